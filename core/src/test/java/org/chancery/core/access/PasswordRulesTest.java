package org.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"Sh0rt-1", "onlysmallletters", "abcdefgh12", "PartClerk-1"})
  void weakOnesAreRefusedWithTheReason(String password) {
    boolean phrase = password.length() >= PasswordRules.PHRASE;
    assertThat(PasswordRules.problem("clerk", password).isPresent()).isEqualTo(!phrase);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tall-horse7", "a phrase of several words", "ÄÖÜ-ßß-77"})
  void goodOnesAreTaken(String password) {
    assertThat(PasswordRules.problem("clerk", password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {36, 37})
  void noneIsLongerThanWhatIsCompared(int letters) {
    assertThat(PasswordRules.problem("clerk", "é".repeat(letters)).isPresent())
        .isEqualTo(letters > 36);
  }
}
