package org.chancery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeRulesTest {
  private static final QName CASE_FILE = QName.of("cor:caseFile");
  private static final QName CORRESPONDENT = QName.of("cor:correspondent");
  private static final QName DOCUMENT = QName.of("cor:document");
  private static final QName RECEIVED = QName.of("cor:received");
  private static final QName LETTER = QName.of("cor:letter");

  private final NodeRules rules = new NodeRules(ContentModels.shipped());

  private static Map<QName, Object> caseFile() {
    Map<QName, Object> values = new HashMap<>();
    values.put(QName.of("cor:fileNumber"), "2026-000123");
    values.put(QName.of("cor:subject"), "Wait times at the border");
    values.put(QName.of("cor:source"), "public");
    values.put(QName.of("cor:status"), "open");
    return values;
  }

  private Map<String, String> withCaseFile(String property, Object value) {
    Map<QName, Object> values = caseFile();
    values.put(QName.of(property), value);
    return rules.problems(CASE_FILE, List.of(), values);
  }

  @Test
  void aWholeNodeIsAllowed() {
    Map<QName, Object> values = caseFile();
    values.put(QName.of("cor:component"), List.of("FEMA", "CBP"));
    values.put(QName.of("cor:dateReceived"), LocalDate.of(2026, 11, 22));
    values.put(QName.of("cm:title"), "Wait times");
    assertThat(rules.problems(CASE_FILE, List.of(), values)).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedInTheOrderOfTheModel() {
    assertThat(rules.problems(CASE_FILE, List.of(), Map.of()))
        .containsExactly(
            Map.entry("cor:fileNumber", "is needed"),
            Map.entry("cor:subject", "is needed"),
            Map.entry("cor:source", "is needed"),
            Map.entry("cor:status", "is needed"));
  }

  @Test
  void nullAndBlankAndAnEmptyListAreMissing() {
    assertThat(withCaseFile("cor:subject", null)).containsOnlyKeys("cor:subject");
    assertThat(withCaseFile("cor:subject", " \t")).containsOnlyKeys("cor:subject");
    Map<QName, Object> flags = new HashMap<>();
    flags.put(QName.of("stk:flags"), List.of());
    assertThat(rules.problems(QName.of("stk:note"), List.of(QName.of("stk:flagged")), flags))
        .containsEntry("stk:flags", "is needed");
  }

  @Test
  void nullClearsAnOptionalValue() {
    assertThat(withCaseFile("cor:dueDate", null)).isEmpty();
  }

  @Test
  void anUnknownPropertyIsRefused() {
    assertThat(withCaseFile("cor:colour", "red"))
        .containsEntry("cor:colour", "is not a property of cor:caseFile");
  }

  @Test
  void aPropertyOfAnAbsentAspectIsRefusedAndAllowedWithIt() {
    Map<QName, Object> letter = Map.of(QName.of("cor:senderName"), "Maria Ortiz");
    assertThat(rules.problems(DOCUMENT, List.of(), letter))
        .containsEntry("cor:senderName", "belongs to cor:letter, which this item is not");
    assertThat(rules.problems(DOCUMENT, List.of(LETTER), letter)).isEmpty();
  }

  @Test
  void aValueOfTheWrongClassIsRefused() {
    assertThat(withCaseFile("cor:dueDate", "2026-11-22"))
        .containsEntry("cor:dueDate", "must be a date such as 2026-11-22");
    assertThat(withCaseFile("cor:dueDate", Instant.EPOCH)).containsOnlyKeys("cor:dueDate");
    assertThat(withCaseFile("cor:subject", 7)).containsEntry("cor:subject", "must be text");
  }

  @Test
  void aListWhereOneValueBelongsAndTheReverseAreRefused() {
    assertThat(withCaseFile("cor:subject", List.of("a", "b")))
        .containsEntry("cor:subject", "holds one value, not a list");
    assertThat(withCaseFile("cor:component", "FEMA"))
        .containsEntry("cor:component", "holds several values: give a list");
    assertThat(withCaseFile("cor:component", Arrays.asList("FEMA", null)))
        .containsEntry("cor:component", "must not have an empty entry");
  }

  @Test
  void contentIsNotAValue() {
    assertThat(rules.problems(DOCUMENT, List.of(), Map.of(QName.of("cm:content"), "text")))
        .containsEntry("cm:content", "is content: upload it instead of giving it as a value");
  }

  @Test
  void everyConstraintIsHeld() {
    assertThat(withCaseFile("cor:source", "martian"))
        .containsEntry("cor:source", "'martian' is not one of the allowed values");
    assertThat(withCaseFile("cor:subject", "x".repeat(256)))
        .containsEntry("cor:subject", "must have between 1 and 255 characters, has 256");
    assertThat(withCaseFile("cor:component", List.of("FEMA", "f e m a")))
        .extractingByKey("cor:component")
        .asString()
        .startsWith("must be a component code");
    assertThat(
            rules.problems(
                DOCUMENT,
                List.of(QName.of("cor:read")),
                Map.of(QName.of("cor:confidence"), 100.5, QName.of("cor:pageCount"), -1)))
        .containsOnlyKeys("cor:confidence", "cor:pageCount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\uD800", "\uDC00"})
  void textThatNoDatabaseStoresIsRefused(String text) {
    assertThat(withCaseFile("cor:subject", text))
        .containsEntry("cor:subject", "contains a character that cannot be stored");
  }

  @Test
  void aNumberThatIsNoneIsRefused() {
    assertThat(
            rules.problems(
                DOCUMENT,
                List.of(QName.of("cor:read")),
                Map.of(QName.of("cor:confidence"), Double.NaN)))
        .containsEntry("cor:confidence", "must be a finite number");
  }

  @Test
  void anUnknownTypeOrAspectIsNamed() {
    assertThat(rules.problems(QName.of("cor:nothing"), List.of(), Map.of()))
        .containsOnlyKeys("type");
    assertThat(rules.problems(LETTER, List.of(), Map.of())).containsOnlyKeys("type");
    assertThat(rules.problems(DOCUMENT, List.of(CASE_FILE), Map.of())).containsOnlyKeys("aspects");
  }

  @Test
  void theNodesOwnNameAndAuthorshipAreNotMissedAndMayBeGiven() {
    assertThat(rules.problems(DOCUMENT, List.of(), Map.of())).isEmpty();
    assertThat(
            rules.problems(
                DOCUMENT,
                List.of(),
                Map.of(
                    QName.of("cm:name"), "letter.pdf",
                    QName.of("cm:creator"), "ctran",
                    QName.of("cm:created"), Instant.EPOCH)))
        .isEmpty();
    assertThat(rules.problems(DOCUMENT, List.of(), Map.of(QName.of("cm:name"), "a/b")))
        .containsOnlyKeys("cm:name");
  }

  @Test
  void defaultsAreTypedAndComeWithTheAspect() {
    assertThat(rules.defaults(CASE_FILE, List.of())).containsEntry(QName.of("cor:status"), "open");
    assertThat(rules.defaults(CORRESPONDENT, List.of()))
        .containsEntry(QName.of("cor:role"), "writer");
    assertThat(rules.defaults(QName.of("stk:priority"), List.of()))
        .containsEntry(QName.of("stk:priorityOrder"), 100);
    assertThat(rules.defaults(DOCUMENT, List.of())).doesNotContainKey(QName.of("cor:intakeState"));
    assertThat(rules.defaults(DOCUMENT, List.of(RECEIVED)))
        .containsEntry(QName.of("cor:intakeState"), "received");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "letter of 2026-11-22.pdf", ".hidden", "Ünïcödé 信", "(1) [a] {b} 'c'"})
  void aPortableNameIsAllowed(String name) {
    assertThat(rules.nameProblem(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a/b", "a\\b", "a:b", "a*", "what?", "a|b", "<a>", "\"a\"", "a.", "a ", "a\nb",
        "a\u0000"
      })
  void aNameThatSomeHostRefusesIsRefused(String name) {
    assertThat(rules.nameProblem(name)).isPresent();
  }

  @Test
  void aNameTooLongIsRefused() {
    assertThat(rules.nameProblem("x".repeat(255))).isEmpty();
    assertThat(rules.nameProblem("x".repeat(256))).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cor:email|m.ortiz@example.org",
        "cor:url|www.example.org/a?b=c",
        "cor:url|https://example.org",
        "cor:homePhone|(202) 555-0143",
        "cor:homePhone|+1 202.555.0143 ext. 12",
        "cor:homePhone|202-555-0143 x7",
        "cor:zip|20528",
        "cor:zip|20528-0010",
        "cor:zip|SW1A 2AA",
      })
  void aWayToReachSomeoneIsAllowed(String property, String value) {
    assertThat(
            rules.problems(
                CORRESPONDENT,
                List.of(),
                Map.of(QName.of("cor:role"), "writer", QName.of(property), value)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cor:email|m.ortiz",
        "cor:email|m ortiz@example.org",
        "cor:email|a@b@example.org",
        "cor:url|nowhere",
        "cor:homePhone|call me",
        "cor:homePhone|5",
        "cor:zip|2",
        "cor:state|Texas",
        "cor:gender|f",
      })
  void aWayThatReachesNobodyIsRefused(String property, String value) {
    assertThat(
            rules.problems(
                CORRESPONDENT,
                List.of(),
                Map.of(QName.of("cor:role"), "writer", QName.of(property), value)))
        .containsOnlyKeys(property);
  }

  /** An expression that backtracks without bound would hold the server up here for hours. */
  @ParameterizedTest
  @ValueSource(strings = {"cor:email", "cor:url", "cor:homePhone", "cor:zip"})
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void hostileTextIsRefusedAtOnce(String property) {
    for (String hostile : List.of("a.", "a@", "1 ", "a@a.")) {
      assertThat(
              rules.problems(
                  CORRESPONDENT,
                  List.of(),
                  Map.of(
                      QName.of("cor:role"),
                      "writer",
                      QName.of(property),
                      hostile.repeat(500_000) + " ")))
          .containsOnlyKeys(property);
    }
  }
}
