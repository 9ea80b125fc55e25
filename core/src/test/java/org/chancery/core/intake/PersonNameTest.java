package org.chancery.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonNameTest {
  @Test
  void whatIsTypedWithAPrefixIsAPersonWithoutCapitalsToo() {
    PersonName name = PersonName.typed("ms. ada van moss").orElseThrow();
    assertThat(name.prefix()).contains("Ms.");
    assertThat(name.first()).contains("Ada");
    assertThat(name.last()).contains("van Moss");
    assertThat(PersonName.typed("Mr. lark").flatMap(PersonName::last)).contains("Lark");
  }

  @Test
  void withoutAPrefixAnOrganizationStaysOne() {
    assertThat(PersonName.typed("City of Yuma")).isEmpty();
    assertThat(PersonName.typed("  ")).isEmpty();
    assertThat(PersonName.typed("")).isEqualTo(Optional.empty());
    assertThat(PersonName.typed("Ivo Lark").flatMap(PersonName::last)).contains("Lark");
  }

  @Test
  void inALetterWordsWithoutCapitalsAreNoName() {
    assertThat(PersonName.of("Miss you all,")).isEmpty();
  }
}
