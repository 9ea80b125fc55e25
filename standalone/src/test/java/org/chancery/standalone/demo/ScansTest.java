package org.chancery.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScansTest {
  private final Office office = Office.load();

  @Test
  void everyLetterAndCaseNamesSomeoneOfTheOffice() {
    assertThat(office.letters()).hasSize(12);
    assertThat(office.cases()).hasSize(20);
    assertThat(office.people()).hasSize(20);
    assertThat(office.organizations()).hasSize(10);
    office.letters().forEach(letter -> assertThat(office.person(letter.from())).isNotNull());
    office.cases().forEach(each -> assertThat(office.person(each.writer())).isNotNull());
    office.calls().forEach(each -> assertThat(office.person(each.from())).isNotNull());
    office.pasted().forEach(each -> assertThat(office.person(each.from())).isNotNull());
    office.mails().forEach(each -> assertThat(office.person(each.from())).isNotNull());
  }

  @Test
  void aLetterBecomesAScanWithAllItsPages(@TempDir Path folder) throws Exception {
    for (Office.Letter letter : office.letters().subList(0, 2)) {
      List<BufferedImage> pages =
          new LetterPainter().paint(office, letter, LocalDate.of(2026, 11, 22), 7);
      Path file = folder.resolve(letter.file());
      ScanWriter.write(pages, file);
      assertThat(pagesOf(file)).isEqualTo(letter.pages().size());
    }
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void anEmailCarriesItsScanAndItsTable(@TempDir Path folder) throws Exception {
    Office.Mail mail = office.mails().get(0);
    List<BufferedImage> pages =
        new LetterPainter().paint(office, mail.letter(), LocalDate.of(2026, 11, 22), 7);
    Path file = folder.resolve(mail.file());
    MailWriter.write(office, mail, pages, Instant.parse("2026-11-22T15:00:00Z"), file);

    String text = Files.readString(file);
    assertThat(text)
        .contains("Date: Sat, 21 Nov 2026 15:00:00 +0000\r\n")
        .contains("filename=\"letter-of-the-growers.pdf\"", "filename=\"harvest.csv\"")
        .contains("\r\n--=_parts--\r\n");
    assertThat(text.lines().filter(line -> line.startsWith("--=_parts"))).hasSize(4);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  private static int pagesOf(Path file) throws Exception {
    if (file.toString().endsWith(".pdf")) {
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        return document.getNumberOfPages();
      }
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      return reader.getNumImages(true);
    } finally {
      reader.dispose();
    }
  }
}
