package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.search.TestEntries.ALL;
import static org.chancery.search.TestEntries.entry;
import static org.chancery.search.TestEntries.query;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chancery.core.search.IndexEntry;
import org.chancery.core.search.SearchResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form of a query finds what it names and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryFormsTest {

  private static final IndexEntry FLOOD =
      entry("Flood letter")
          .with("cor:subject", "Flood relief in Louisiana")
          .with("cor:senderName", "Ngozi Okafor")
          .with("cor:fileNumber", "DHS-2007-0042")
          .with("cor:status", "open")
          .with("cor:source", "congress")
          .with("cor:component", List.of("FEMA", "CBP"))
          .with("cor:letterDate", LocalDate.of(2007, 5, 31))
          .with("cor:filedAt", Instant.parse("2007-06-30T23:30:00Z"))
          .with("cor:pageCount", 3)
          .pages(
              "Dear Mr. Secretary, the levee broke and the water came.",
              "My passports were lost. Receipt MSC-21-544-64810 was never answered.",
              "Please help my daughter's family; the commu-\nnication from your office stopped.")
          .build();

  private static final IndexEntry VISA =
      entry("visa_question.scan0042.pdf")
          .with("cor:subject", "Visa for a visiting professor")
          .with("cor:senderName", "José Müller")
          .with("cor:status", "closed")
          .with("cor:source", "public")
          .with("cor:letterDate", LocalDate.of(2008, 1, 15))
          .with("cor:pageCount", 12)
          .pages("The passport office did not answer. The water bill is enclosed.")
          .build();

  private static final IndexEntry FOLDER =
      entry("Okafor, Ngozi").type("cor:caseFolder").created("2006-02-01T00:00:00Z").build();

  @TempDir private static Path directory;
  private LuceneSearchIndex index;

  @BeforeAll
  void fill() {
    index = LuceneSearchIndex.open(directory, TestEntries.MODEL);
    index.apply(List.of(FLOOD, VISA, FOLDER), List.of());
    index.refresh();
  }

  @AfterAll
  void close() {
    index.close();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "levee | F",
        "LEVEE | F",
        "water | F V",
        "levee water | F",
        "levee AND visa | ``",
        "question | V",
        "scan0042 | V",
        "visa_question.scan0042.pdf | V",
        "levee OR visa | F V",
        "water NOT levee | V",
        "water -levee | V",
        "NOT water | O",
        "(levee OR visa) water | F V",
        "(levee OR visa) NOT louisiana | V",
        "\"the water came\" | F",
        "\"the water bill\" | V",
        "\"water the came\" | ``",
        "\"levee water\"~4 | F",
        "passport | F V",
        "passports | F V",
        "\"passports were\" | F",
        "\"passport were\" | ``",
        "passp* | F V",
        "PassP* | F V",
        "pasport~ | F V",
        "leve~1 | F",
        "MSC-21-544-64810 | F",
        "msc-21-544-64810 | F",
        "64810 | F",
        "MSC-21-544* | F",
        "\"21 544\" | F",
        "MSC-21-544-64811 | ``",
        "communication | F",
        "daughter | F",
        "jose muller | V",
        "José | V",
        "subject:flood | F",
        "cor:subject:flood | F",
        "SUBJECT:Flood | F",
        "subject:water | ``",
        "subject:(flood OR visa) | F V",
        "subject:\"visiting professor\" | V",
        "subject:lou* | F",
        "subject:luisiana~ | F",
        "senderName:okafor | F",
        "okafor | F O",
        "fileNumber:DHS-2007-0042 | F",
        "fileNumber:dhs-2007* | F",
        "DHS-2007-0042 | F",
        "status:open | F",
        "status:OPEN | F",
        "component:CBP | F",
        "type:caseFolder | O",
        "type:cor:caseFolder | O",
        "type:casefolder | O",
        "type:document water | F V",
        "type:cmobject | F V O",
        "title:visa | V",
        "name:okafor | O",
        "text:flood | ``",
        "pageCount:12 | V",
        "pageCount:[2 TO 5] | F",
        "pageCount:[4 TO *] | V",
        "letterDate:2007-05-31 | F",
        "letterDate:2007 | F",
        "letterDate:2007-06 | ``",
        "letterDate:[2007-01-01 TO 2008-01-15] | F V",
        "letterDate:[* TO 2007-12-31] | F",
        "filedAt:2007-06-30 | F",
        "filedAt:2007-07 | ``",
        "date:[2007-01-01 TO 2008-01-01] | F",
        "date:[2006 TO 2007] | F O",
        "date:2008 | V",
        "year:2007 | F",
        "modified:2008-03-02 | F V O",
        "levee* AND status:open | F",
      })
  void findsExactlyWhatTheQueryNames(String text, String expected) {
    SearchResult result = index.search(query(text), ALL);

    List<String> titles =
        expected == null || expected.isBlank()
            ? List.of()
            : List.of(expected.split(" ")).stream().map(QueryFormsTest::title).toList();
    if (result.approximate()) {
      assertThat(titles).as("only an approximate match: " + result.hits()).isEmpty();
    } else {
      assertThat(result.hits())
          .extracting(SearchResult.Hit::title)
          .containsExactlyInAnyOrderElementsOf(titles);
      assertThat(result.total()).isEqualTo(titles.size());
    }
  }

  private static String title(String letter) {
    return switch (letter) {
      case "F" -> FLOOD.title();
      case "V" -> VISA.title();
      default -> FOLDER.title();
    };
  }

  @Test
  void anEmptyTextAsksForEverything() {
    assertThat(index.search(query("  "), ALL).total()).isEqualTo(3);
  }

  @Test
  void aMisspeltWordIsFoundAndSaidToBeApproximate() {
    SearchResult result = index.search(query("lovee"), ALL);

    assertThat(result.approximate()).isTrue();
    assertThat(result.hits()).extracting(SearchResult.Hit::id).containsExactly(FLOOD.id());
    assertThat(result.hits().get(0).snippet()).contains("<mark>levee</mark>");
  }

  @Test
  void theTitleCountsMoreThanTheText() {
    assertThat(index.search(query("okafor"), ALL).hits().get(0).id()).isEqualTo(FOLDER.id());
  }

  @ParameterizedTest
  @CsvSource({
    "levee,1",
    "lev*,1",
    "passports,2",
    "MSC-21-544*,2",
    "MSC-21-544-64810,2",
    "daughter,3",
    "communication,3"
  })
  void theSnippetNamesThePageItComesFrom(String word, int page) {
    SearchResult.Hit hit =
        index.search(query(word), ALL).hits().stream()
            .filter(each -> each.id().equals(FLOOD.id()))
            .findFirst()
            .orElseThrow();

    assertThat(hit.page()).isEqualTo(page);
    assertThat(hit.snippet()).contains("<mark>");
  }

  @Test
  void aMatchOutsideTheTextHasNoSnippet() {
    SearchResult.Hit hit = index.search(query("subject:flood"), ALL).hits().get(0);

    assertThat(hit.snippet()).isEmpty();
    assertThat(hit.page()).isZero();
    assertThat(hit.path()).isEqualTo(FLOOD.path());
    assertThat(hit.type()).isEqualTo(FLOOD.types().get(0));
  }
}
