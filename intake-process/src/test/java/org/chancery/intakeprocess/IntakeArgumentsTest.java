package org.chancery.intakeprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeArgumentsTest {

  @ParameterizedTest
  @CsvSource({
    "http://here:8080, http://here:8080/api/v1/",
    "https://here/, https://here/api/v1/",
    "http://here:8080/alfresco, http://here:8080/alfresco/s/chancery/v1/",
    "http://here/alfresco/, http://here/alfresco/s/chancery/v1/",
    "https://here/office/api/v1, https://here/office/api/v1/"
  })
  void theBaseIsFoundBehindWhatPeopleType(String typed, String base) {
    assertThat(IntakeArguments.base(typed)).hasToString(base);
  }

  @ParameterizedTest
  @ValueSource(strings = {"here:8080", "ftp://here", "http://admin:secret@here", "http://here?x=y"})
  void whatIsNoAddressOrCarriesAPasswordIsRefused(String typed) {
    assertThatThrownBy(() -> IntakeArguments.base(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--inbox in",
        "--repository http://here --workers 0",
        "--repository http://here --inbox",
        "--repository http://here --inbox in --workers many",
        "--password secret"
      })
  void wrongUseIsToldInOneLine(String words) {
    List<String> arguments = words.isEmpty() ? List.of() : List.of(words.split(" "));
    assertThatThrownBy(() -> IntakeArguments.of(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void theStatusNeedsNoRepository() {
    assertThat(IntakeArguments.of(List.of("--status")).status()).isTrue();
  }
}
