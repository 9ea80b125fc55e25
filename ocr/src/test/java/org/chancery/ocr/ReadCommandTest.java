package org.chancery.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line: results by name, one line for each refusal, exit codes. */
class ReadCommandTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return new ReadCommand(new PrintStream(errors, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private List<String> errorLines() {
    return errors.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void filesOfEqualNameKeepApartAndARefusalDoesNotStopTheRest() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    Path image = Images.png(directory.resolve("letter.png"), Paper.image("From paper", 200));
    Path digital = other.resolve("letter.pdf");
    Paper.writePdf(digital, List.of("First page", "Second page"));
    Path empty = Files.createFile(directory.resolve("empty.tif"));
    Path out = directory.resolve("out");

    int status =
        run(image.toString(), empty.toString(), digital.toString(), "--out", out.toString());

    assertThat(status).isEqualTo(1);
    assertThat(errorLines()).hasSize(1).first().asString().contains("empty.tif", "empty");
    assertThat(out.resolve("letter.txt")).hasContent("From paper\n");
    assertThat(Files.readString(out.resolve("letter-2.txt")))
        .isEqualTo("First page\fSecond page\n");
    try (PDDocument document = Loader.loadPDF(out.resolve("letter.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(document)).contains("From paper");
    }
    assertThat(out.resolve("letter-2.pdf")).exists();
    try (var left = Files.list(out)) {
      assertThat(left).hasSize(4);
    }
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThat(run("/no/such/file.pdf", "--out", directory.toString())).isEqualTo(1);
    assertThat(errorLines()).hasSize(1);
  }

  @Test
  void wrongUseIsToldInOneLine() {
    assertThat(run("letter.pdf")).isEqualTo(2);
    assertThat(run("--out", directory.toString())).isEqualTo(2);
    assertThat(run("letter.pdf", "--out")).isEqualTo(2);
    assertThat(run("letter.pdf", "--out", "x", "--fast")).isEqualTo(2);
    assertThat(run("letter.pdf", "--out", "x", "--workers", "none")).isEqualTo(2);
    assertThat(run("letter.pdf", "--out", "x", "--workers", "0")).isEqualTo(2);
    assertThat(errorLines()).hasSize(6);
  }
}
