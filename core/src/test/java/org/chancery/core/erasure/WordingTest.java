package org.chancery.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names a person is found in texts, and taken out of them; others stay. */
class WordingTest {
  private final Wording wording =
      Wording.of(
          node(
              Stk.PERSON,
              Map.of(
                  Stk.FIRST_NAME, "Robert",
                  Stk.LAST_NAME, "Delacroix",
                  Stk.OFFICE_PHONE, "202-555-0100")),
          Optional.of(
              node(
                  Stk.PRIVATE_CONTACT,
                  Map.of(
                      Stk.MOBILE_PHONE, List.of("(956) 555-0142"),
                      Stk.EMAIL, List.of("R.Delacroix@private.example")))));

  private static Node node(QName type, Map<QName, Object> values) {
    return new Node(
        NodeId.random(),
        type,
        Set.of(),
        Optional.empty(),
        "x",
        values,
        Map.of(),
        1,
        "a",
        Instant.EPOCH,
        "a",
        Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Met Robert Delacroix today | Met [erased] today",
        "Met Bob Delacroix today | Met [erased] today",
        "Met R. Delacroix today | Met [erased] today",
        "Met Robert Q. Delacroix today | Met [erased] today",
        "Delacroix, Robert; and others | [erased]; and others",
        "Mr. Delacroix will call | [erased] will call",
        "Call (956) 555-0142 now | Call [erased] now",
        "Call 956.555.0142 now | Call [erased] now",
        "Call +1 956 555 0142 now | Call [erased] now",
        "Call 2025550100 ext. 7 now | Call [erased] now",
        "Mail r.delacroix@PRIVATE.example soon | Mail [erased] soon",
        "Mail r.delacroix+news@private.example soon | Mail [erased] soon"
      })
  void isTakenOut(String text, String rest) {
    assertThat(wording.in(text, false)).isTrue();
    assertThat(wording.without(text, false)).isEqualTo(rest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Met Maria Delacroix today",
        "Met Robert Smith today",
        "The Delacroix matter",
        "Call (956) 555-0143 now",
        "Call 1956555014299 now",
        "Mail someone@private.example soon",
        "On 2026-11-23 at 14:00"
      })
  void somebodyElseStays(String text) {
    assertThat(wording.in(text, false)).isFalse();
    assertThat(wording.without(text, false)).isEqualTo(text);
  }

  @Test
  void whereThePersonTookPartAFamilyNameIsEnough() {
    assertThat(wording.without("Delacroix agreed; Robert will write. Call 555-0142.", true))
        .isEqualTo("[erased] agreed; [erased] will write. Call [erased].");
  }
}
