package org.chancery.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FilePlanCsvTest {
  private static final String HEAD = String.join(",", FilePlanCsv.COLUMNS) + "\n";
  private static final String ROW =
      "A-1,Letters,X-1,example,,temporary,last-activity,,3,years,destroy,why";

  private static List<String> faults(String csv) {
    return FilePlanCsv.read(csv).faults().stream().map(FilePlanCsv.Fault::toString).toList();
  }

  @Test
  void aSoundTableIsRead() {
    FilePlanCsv.Read read = FilePlanCsv.read("\uFEFF" + HEAD + ROW + "\n\n");
    assertThat(read.faults()).isEmpty();
    assertThat(read.series()).hasSize(1);
    assertThat(read.series().get(0).unit()).isEqualTo(Series.Unit.YEARS);
  }

  @Test
  void everyFaultIsToldWithItsRowAndColumn() {
    assertThat(
            faults(
                HEAD
                    + ROW
                    + "\nA-1,Again,X,example,,temporary,last-activity,,3,years,destroy,"
                    + "\nB,,X,maybe,yesterday,temporary,date,,x,weeks,transfer,=SUM(A1)"))
        .containsExactlyInAnyOrder(
            "row 3, code: 'A-1' is there twice",
            "row 4, title: is missing",
            "row 4, authority_status: must be one of example, approved",
            "row 4, source_checked: must be a day such as 2026-01-31",
            "row 4, period: must be a whole number from 0 to 1000",
            "row 4, unit: must be one of days, months, years",
            "row 4, cutoff_date: is missing",
            "row 4, why: must not begin like a formula: = + - @",
            "row 4, final_action: temporary records are destroyed, not transferred");
  }

  @Test
  void permanentRecordsAreNeverDestroyed() {
    assertThat(faults(HEAD + "P,P,X,example,,permanent,last-activity,,10,years,destroy,"))
        .containsExactly("row 2, final_action: permanent records are transferred, never destroyed");
  }

  @Test
  void aHeadingThatIsNotOursIsRefusedWhole() {
    assertThat(faults("code,title,colour\n" + ROW))
        .contains("row 1, colour: there is no such column", "row 1, why: the column is missing");
    assertThat(FilePlanCsv.read("code,title,colour\n" + ROW).series()).isEmpty();
    assertThat(faults("")).isNotEmpty();
    assertThat(faults(HEAD)).containsExactly("There is no series in it.");
  }

  @Test
  void rowsAreCountedAsASpreadsheetDoes() {
    assertThat(faults(HEAD + "\"A\",\"two\nlines\",X,example,,temporary,date,,1,years,destroy,\n"))
        .containsExactly("row 2, cutoff_date: is missing");
    assertThat(faults(HEAD + "\n" + "A,B\n"))
        .containsExactly("row 3: has 2 cells; the heading has 12");
  }

  @Property
  void whatIsWrittenIsReadUnchanged(@ForAll("plans") List<Series> plan) {
    FilePlanCsv.Read read = FilePlanCsv.read(FilePlanCsv.write(plan));
    assertThat(read.faults()).isEmpty();
    assertThat(read.series()).isEqualTo(plan);
  }

  @Property
  void noTextWhateverMakesItThrow(@ForAll String text) {
    assertThat(FilePlanCsv.read(text).faults()).isNotEmpty();
  }

  @Provide
  Arbitrary<List<Series>> plans() {
    Arbitrary<String> words =
        Arbitraries.strings()
            .withChars('a', 'Z', ' ', ',', '"', '\n', '\r', 'é')
            .ofMinLength(0)
            .ofMaxLength(30)
            .map(text -> ("x" + text + "x"));
    Arbitrary<Series> one =
        Combinators.combine(
                Arbitraries.integers().between(0, 1_000_000),
                words,
                words,
                Arbitraries.of(Series.Permanence.class),
                Arbitraries.of(Series.CutoffEvent.class),
                Arbitraries.integers().between(0, 1000),
                Arbitraries.of(Series.Unit.class))
            .as(
                (number, title, why, permanence, cutoff, length, unit) ->
                    new Series(
                        "S-" + number,
                        title,
                        "X-1",
                        Series.Standing.APPROVED,
                        Optional.of(LocalDate.of(2026, 2, 3)),
                        permanence,
                        cutoff,
                        cutoff == Series.CutoffEvent.DATE
                            ? Optional.of(LocalDate.of(2030, 12, 31))
                            : Optional.empty(),
                        length,
                        unit,
                        permanence == Series.Permanence.PERMANENT
                            ? Series.FinalAction.TRANSFER
                            : Series.FinalAction.DESTROY,
                        why));
    return one.list().ofMinSize(1).ofMaxSize(5).uniqueElements(Series::code);
  }
}
