package org.chancery.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Office, web and mail documents give their text, and so do the files attached to them. */
class OfficeDocumentTest {
  @TempDir static Path directory;
  private static ReadingPool pool;

  @BeforeAll
  static void start() {
    pool = new ReadingPool(Pools.settings(1));
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  private static Outcome.Read read(Path file) throws IOException {
    Outcome.Read read = Pools.read(pool, file, Files.createTempDirectory(directory, "results"));
    assertThat(read.searchablePdf()).isEmpty();
    return read;
  }

  private static Path text(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  @Test
  void docxIsRead() throws IOException {
    Outcome.Read read = read(Office.docx(directory.resolve("a.docx"), "Words in DOCX"));
    assertThat(read.pages()).containsExactly("Words in DOCX");
    assertThat(read.mediaType()).endsWith("wordprocessingml.document");
    assertThat(read.recognisedPages()).isZero();
    assertThat(read.confidence()).isEqualTo(100);
  }

  @Test
  void xlsxIsRead() throws IOException {
    assertThat(Pools.text(read(Office.xlsx(directory.resolve("a.xlsx"), "Words in XLSX"))))
        .contains("Words in XLSX");
  }

  @Test
  void pptxIsReadSlideBySlide() throws IOException {
    List<String> pages =
        read(Office.pptx(directory.resolve("a.pptx"), "First slide", "Second slide")).pages();
    assertThat(pages.get(0)).contains("First slide").doesNotContain("Second");
    assertThat(pages.get(1)).contains("Second slide");
  }

  @Test
  void odtIsRead() throws IOException {
    assertThat(read(Office.odt(directory.resolve("a.odt"), "Words in ODT")).pages())
        .containsExactly("Words in ODT");
  }

  @Test
  void rtfHtmlAndPlainTextAreRead() throws IOException {
    assertThat(read(text("a.rtf", "{\\rtf1\\ansi Words in \\b RTF\\b0 .\\par}")).pages().get(0))
        .contains("Words in RTF");
    Outcome.Read html =
        read(text("a.html", "<html><head><script>no()</script></head><body><p>Words in HTML</p>"));
    assertThat(Pools.text(html)).contains("Words in HTML").doesNotContain("no()");
    assertThat(read(text("a.txt", "First\fSecond ünïcode")).pages())
        .containsExactly("First", "Second ünïcode");
  }

  @Test
  void aMailIsReadWithItsHeaderAndAllItsAttachments() throws IOException {
    Path scan = directory.resolve("scan.pdf");
    try (PDDocument document = new PDDocument()) {
      Paper.addScan(document, Paper.image("Words on scanned paper", 200), true);
      document.save(scan.toFile());
    }
    Map<String, Path> attachments = new LinkedHashMap<>();
    attachments.put("scan.pdf", scan);
    attachments.put("b.docx", Office.docx(directory.resolve("b.docx"), "Words in an attachment"));
    attachments.put(
        "inner.eml", Office.eml(directory.resolve("inner.eml"), "Words within", Map.of()));
    attachments.put("locked.bin", Files.write(directory.resolve("x.bin"), new byte[] {0, 1, 2}));
    Outcome.Read read =
        read(Office.eml(directory.resolve("mail.eml"), "Words in the body", attachments));
    assertThat(read.mediaType()).isEqualTo("message/rfc822");
    assertThat(read.pages().get(0))
        .contains("From: Margaret Okafor", "Subject: Lost papers", "Words in the body");
    assertThat(read.pages())
        .contains(
            "Attachment: scan.pdf\n\nWords on scanned paper",
            "Attachment: b.docx\n\nWords in an attachment");
    assertThat(Pools.text(read)).contains("Attachment: inner.eml", "Words within");
    assertThat(Pools.text(read)).contains("Attachment: locked.bin");
    assertThat(read.recognisedPages()).isEqualTo(1);
  }

  @Test
  void anOutlookMessageIsReadWithItsAttachment() throws IOException {
    Path message =
        Office.msg(
            directory.resolve("mail.msg"),
            "Lost papers",
            "Words in the body",
            "note.txt",
            "Words in a note".getBytes(StandardCharsets.UTF_8));
    Outcome.Read read = read(message);
    assertThat(read.mediaType()).isEqualTo("application/vnd.ms-outlook");
    assertThat(Pools.text(read))
        .contains("Lost papers", "Words in the body", "Attachment: note.txt", "Words in a note");
  }

  @Test
  void mailsNestedWithoutEndAreReadToADepth() throws IOException {
    Path mail = Office.eml(directory.resolve("0.eml"), "Depth 0", Map.of());
    for (int depth = 1; depth < 9; depth++) {
      mail =
          Office.eml(
              directory.resolve(depth + ".eml"), "Depth " + depth, Map.of("inner.eml", mail));
    }
    Outcome.Read read = read(mail);
    assertThat(Pools.text(read)).contains("Depth 8", "Depth 4").doesNotContain("Depth 3");
    assertThat(read.warnings()).anyMatch(w -> w.contains("nested"));
  }
}
