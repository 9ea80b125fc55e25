package org.chancery.archive.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.chancery.archive.format.FormatGate.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatGateTest {
  private final FormatList list = FormatList.shipped();
  private final FormatGate gate = new FormatGate(list);

  @Test
  void theListSaysWhereItComesFrom() {
    assertThat(list.formats()).hasSize(758);
    assertThat(list.date()).isEqualTo(LocalDate.of(2026, 3, 20));
    assertThat(list.source()).contains("usnationalarchives/digital-preservation");
  }

  @Test
  void everyActionOccursInTheList() {
    assertThat(list.formats())
        .extracting(f -> f.decision().getClass().getSimpleName())
        .contains("Accept", "Convert", "Refuse");
    assertThat(list.formats())
        .extracting(Format::decision)
        .filteredOn(Decision.Refuse.class::isInstance)
        .allSatisfy(d -> assertThat(((Decision.Refuse) d).reason()).isNotBlank());
    assertThat(list.formats())
        .extracting(Format::risk)
        .allMatch(List.of("low", "moderate", "high")::contains);
  }

  @ParameterizedTest(name = "{0} {1} ({2} {3}): {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "EMAIL, a.eml, message/rfc822, -, accept",
        "EMAIL, a.mbox, application/mbox, -, accept",
        "EMAIL, a.msg, application/vnd.ms-outlook, -, eml",
        "EMAIL, a.pdf, application/pdf, fmt/354, refuse",
        "EMAIL, a.txt, text/plain, -, refuse",
        "DIGITIZED_PAPER, a.tif, image/tiff, -, accept",
        "DIGITIZED_PAPER, a.jp2, image/jp2, -, accept",
        "DIGITIZED_PAPER, A.PNG, image/png, -, accept",
        "DIGITIZED_PAPER, a.pdf, application/pdf, fmt/354, accept",
        "DIGITIZED_PAPER, a.pdf, application/pdf, -, pdf-a",
        "DIGITIZED_PAPER, a.pdf, application/pdf, fmt/18, pdf-a",
        "DIGITIZED_PAPER, a.jpg, image/jpeg, -, pdf-a",
        "DIGITIZED_PAPER, a.docx, -, -, refuse",
        "TEXT, a.pdf, application/pdf, fmt/476, accept",
        "TEXT, a.pdf, application/pdf, -, pdf-a",
        "TEXT, a.txt, text/plain, -, accept",
        "TEXT, a.docx, -, fmt/412, pdf-a",
        "TEXT, a.doc, application/msword, -, pdf-a",
        "TEXT, a.exe, application/x-dosexec, -, refuse",
        "OTHER, a.xlsx, -, fmt/214, accept",
        "OTHER, a.zip, application/zip, x-fmt/263, refuse",
        "OTHER, a.psd, -, -, tiff",
        "OTHER, a.unheardof, -, -, refuse",
        "OTHER, none, -, -, refuse"
      })
  void eachKindHasItsFormats(
      RecordKind kind, String name, String mediaType, String pronom, String expected) {
    Decision decision =
        gate.decide(
            kind,
            new Candidate(name, mediaType == null ? "" : mediaType, pronom == null ? "" : pronom));
    String found =
        decision instanceof Decision.Accept
            ? "accept"
            : decision instanceof Decision.Convert convert ? convert.target() : "refuse";
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void aFormatIsFoundByItsIdentifierBeforeItsEnding() {
    assertThat(gate.identify(new Candidate("a.bin", "", "fmt/278")).orElseThrow().name())
        .isEqualTo("Electronic Mail Format");
    assertThat(gate.identify(Candidate.of("a.pdf", "application/pdf")).orElseThrow().name())
        .contains("unspecified");
  }
}
