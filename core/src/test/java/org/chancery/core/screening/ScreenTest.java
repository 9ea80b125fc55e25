package org.chancery.core.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped list flags, and what it lets pass (requirement S3). */
class ScreenTest {
  private final Screen shipped = Screen.of(Screen.shipped());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He is black and well known in the county.|race",
        "Maria is black.|race",
        "A white woman in her fifties.|race",
        "She is African American.|race",
        "Of Lebanese descent.|ethnicity",
        "Leads the Hispanic community there.|ethnicity",
        "She identifies as Latina.|ethnicity",
        "She is a devout woman.|religion",
        "He is Muslim.|religion",
        "They were raised Catholic.|religion",
        "Was diagnosed with something last year.|health",
        "She is battling breast cancer.|health",
        "His health is failing.|health",
        "He uses a wheelchair.|health",
        "He is openly gay.|sexual-orientation",
        "A registered Democrat.|political-opinion",
        "She is a Republican.|political-opinion",
        "He belongs to the Teamsters.|union-membership",
        "Was arrested in May.|criminal-history",
        "SSN 123-45-6789|ssn",
        "Her number: 123-45-6789.|ssn",
        "social security number is 123456789|ssn",
        "A123456789|a-number",
        "A# 123-456-789|a-number",
        "alien number 87654321|a-number",
        "DOB 4/5/1961|date-of-birth",
        "born on March 3, 1970|date-of-birth",
        "He is 52 years old.|date-of-birth",
        "card 4111 1111 1111 1111|financial-account",
        "account number 00123456789|financial-account",
      })
  void whatIsSensitiveIsFlagged(String text, String flag) {
    assertThat(shipped.flags(text)).as(text).extracting(Flag::flag).contains(flag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Takes black coffee.",
        "Judge White will attend.",
        "Met Ms. Black and Mr. Brown at the White House.",
        "Is White available on Monday?",
        "The meeting is White's idea.",
        "She is black coffee's greatest friend.",
        "Spoke about health care policy.",
        "The public health department sent a white paper.",
        "His health policy office will call.",
        "Works for Catholic Charities on refugee housing.",
        "Reads the Christian Science Monitor.",
        "Ms. Christian asked for the slides.",
        "Talked about asylum law and the Black Caucus.",
        "Ports suffered from delays in May.",
        "The tropical depression has passed.",
        "Voted for the bill in committee.",
        "Spoke with the Republican staff of the committee.",
        "Phone (202) 555-0143, ZIP 20528-0010.",
        "Case number 900-12-3456 is closed.",
        "Order 1234 5678 9012 3456.",
        "Asked about A12 and form I-94.",
        "Straight forward conversation.",
        "Represents the European Union member states.",
        "Asked for certificates of origin.",
        "Wants an answer by 12/5/2026.",
      })
  void whatOnlyLooksLikeItPasses(String text) {
    assertThat(shipped.flags(text)).as(text).isEmpty();
  }

  @Test
  void aFlagSaysWhere() {
    String text = "Told us that he is openly gay; call back.";
    Flag flag = shipped.flags(text).get(0);
    assertThat(text.substring(flag.from(), flag.to())).isEqualTo(flag.words()).contains("gay");
  }

  @Test
  void anExceptionCoversNoMoreThanItself() {
    String text = "He voted for the bill, and she voted for Smith.";
    assertThat(shipped.flags(text)).hasSize(1);
    assertThat(shipped.flags(text).get(0).from()).isGreaterThan(20);
  }

  @Test
  void aListThatCannotBeUnderstoodIsRefusedWithItsLine() {
    assertThatThrownBy(() -> Screen.of("race | pattern | ((\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("((");
    assertThatThrownBy(() -> Screen.of("race | sometimes | x\n"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Screen.of("race\n")).isInstanceOf(IllegalArgumentException.class);
  }
}
