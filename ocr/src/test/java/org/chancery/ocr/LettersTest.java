package org.chancery.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.ocr.WordFile.field;
import static org.chancery.ocr.WordFile.instruction;
import static org.chancery.ocr.WordFile.mark;
import static org.chancery.ocr.WordFile.paragraph;
import static org.chancery.ocr.WordFile.run;
import static org.chancery.ocr.WordFile.simple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.ocr.letter.Unfilled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters from Word templates (requirement C12). */
class LettersTest {
  private static final Map<String, String> VALUES =
      Map.of(
          "AddressBlock", "Ms. Jane Doe\n12 Elm Street\nSpringfield, IL 62701",
          "Salutation", "Dear Ms. Doe:",
          "FileNumber", "2026-000123",
          "LetterDate", "2026-11-03",
          "Subject", "Flood <insurance> & \"relief\"",
          "SignerTitle", "");

  @TempDir static Path directory;
  private static ReadingPool pool;

  @BeforeAll
  static void start() {
    pool = new ReadingPool(ReadingSettings.standard(directory.resolve("cache")).withWorkers(1));
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  private static ReadingPool.Merged merge(WordFile template, Path letter)
      throws IOException, CannotRead {
    Path file = template.write(directory.resolve(letter.getFileName() + ".template"));
    return pool.merge(file, VALUES, letter);
  }

  private static String text(Path letter, String part) throws IOException {
    return WordFile.part(letter, part)
        .replaceAll("<w:br/>", "\n")
        .replaceAll("</w:p>", "\n")
        .replaceAll("<[^>]*>", "");
  }

  @Test
  void fieldsAreFilledHoweverWordHasSplitThem() throws Exception {
    Path letter = directory.resolve("split.docx");
    ReadingPool.Merged merged =
        merge(
            new WordFile(
                paragraph(field("AddressBlock"))
                    + paragraph(simple("salutation"))
                    + paragraph(run("About "), field("Subject"), run(" of "), field("LetterDate"))
                    + paragraph(
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> MERGEFIELD"
                            + " \"LetterDate\" \\@ \"d MMM yyyy, dddd\" </w:instrText>"
                            + "<w:fldChar w:fldCharType=\"end\"/></w:r>")),
            letter);
    assertThat(text(letter, "word/document.xml"))
        .contains(
            "Ms. Jane Doe\n12 Elm Street\nSpringfield, IL 62701\n",
            "Dear Ms. Doe:\n",
            "About Flood &lt;insurance&gt; &amp; \"relief\" of November 3, 2026\n",
            "3 Nov 2026, Tuesday\n")
        .doesNotContain("«", "MERGEFIELD");
    assertThat(merged.unfilled()).isEmpty();
    assertThat(merged.fields()).isEqualTo(5);
    assertThat(WordFile.part(letter, "word/document.xml"))
        .as("a value looks like the result it replaces")
        .containsPattern("<w:rPr><w:b/></w:rPr><w:t [^>]*>Ms. Jane Doe");
  }

  @Test
  void headersFootersTablesAndTextBoxesAreFilledToo() throws Exception {
    Path letter = directory.resolve("everywhere.docx");
    String table =
        "<w:tbl><w:tr><w:tc>" + paragraph(field("FileNumber")) + "</w:tc></w:tr></w:tbl>";
    String box =
        paragraph(
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
                + paragraph(field("Salutation"))
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>");
    merge(
        new WordFile(table + box, paragraph(field("FileNumber")), paragraph(simple("FileNumber"))),
        letter);
    assertThat(text(letter, "word/document.xml")).contains("2026-000123", "Dear Ms. Doe:");
    assertThat(text(letter, "word/header1.xml")).isEqualToIgnoringWhitespace("2026-000123");
    assertThat(text(letter, "word/footer1.xml")).isEqualToIgnoringWhitespace("2026-000123");
  }

  @Test
  void whatHasNoValueIsReportedAndShowsInTheLetter() throws Exception {
    Path letter = directory.resolve("unfilled.docx");
    ReadingPool.Merged merged =
        merge(
            new WordFile(
                paragraph(field("SignerTitle"))
                    + paragraph(field("NoSuchField"))
                    + paragraph(field("NoSuchField"))
                    + paragraph(
                        mark("begin"),
                        instruction(" IF "),
                        field("Salutation"),
                        instruction(" = \"\" \"a\" \"b\" "),
                        mark("separate"),
                        run("b"),
                        mark("end"))),
            letter);
    assertThat(merged.unfilled())
        .containsExactlyInAnyOrder(
            new Unfilled("SignerTitle", "empty"),
            new Unfilled("NoSuchField", "unknown"),
            new Unfilled("Salutation", "nested"));
    String body = WordFile.part(letter, "word/document.xml");
    assertThat(body).contains("«SignerTitle»", "«NoSuchField»");
    assertThat(body).containsPattern("<w:highlight w:val=\"yellow\"/>");
  }

  @Test
  void aLetterReachesForNothingOutside() throws Exception {
    Path letter = directory.resolve("outside.docx");
    String w = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    merge(
        new WordFile(paragraph(run("x")))
            .with(
                "word/settings.xml",
                "<w:settings"
                    + w
                    + "><w:attachedTemplate/><w:mailMerge><w:query w:val=\"select 1\"/>"
                    + "</w:mailMerge><w:zoom/></w:settings>"),
        letter);
    assertThat(WordFile.part(letter, "word/settings.xml"))
        .contains("zoom")
        .doesNotContain("mailMerge", "attachedTemplate", "select");
  }

  @Test
  void whatIsNoLetterTemplateIsRefused() throws Exception {
    Path macros =
        new WordFile(paragraph(run("x")))
            .with("word/vbaProject.bin", "x")
            .write(directory.resolve("macros.docx"));
    Path doctype =
        new WordFile(paragraph(run("x")))
            .with("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")
            .write(directory.resolve("doctype.docx"));
    Path text = Files.writeString(directory.resolve("text.docx"), "Dear Sir");
    Path out = directory.resolve("refused.docx");
    assertThatThrownBy(() -> pool.merge(macros, VALUES, out)).hasMessageContaining("macros");
    assertThatThrownBy(() -> pool.merge(doctype, VALUES, out)).isInstanceOf(CannotRead.class);
    assertThatThrownBy(() -> pool.merge(text, VALUES, out))
        .hasMessageContaining("no Word document");
  }

  @Test
  void aLetterIsLaidOutWithACodeAndANumberOnEachPage() throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 80; i++) {
      body.append(paragraph(run("Line " + i + " of a letter with Zoë and Łukasz")));
    }
    body.append(paragraph(run("«SignerName»")));
    Path word = new WordFile(body.toString()).write(directory.resolve("long.docx"));
    Path pdf = directory.resolve("long.pdf");
    ReadingPool.Printed printed = pool.print(word, "long.docx", "CODE", "2026-000123 · L-1", pdf);
    assertThat(printed.pages()).isGreaterThan(1);
    assertThat(printed.unfilled()).isEqualTo(List.of("SignerName"));
    try (var document = Loader.loadPDF(pdf.toFile())) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("Line 0 of a letter with Zoë and Łukasz", "Line 79", "Header");
      assertThat(text.split("2026-000123 · L-1", -1)).hasSize(printed.pages() + 1);
    }
  }
}
