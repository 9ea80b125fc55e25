package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.process.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher promises at a prompt, whatever host it serves. */
class CommandLineTest {
  private final Random random = new Random();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "run --help",
        "test --help",
        "read --help",
        "intake --help",
        "package --help",
        "package check --help",
        "verify --help",
        "verify-alfresco --help"
      })
  void helpIsGiven(String words) {
    CommandLine.Result help = CommandLine.run(words.split(" "));

    assertThat(help.exit()).as(help.output()).isZero();
    assertThat(help.output()).containsIgnoringCase("usage");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "run --frobnicate",
        "run --port",
        "run --port many",
        "read",
        "intake",
        "intake --repository ftp://here --inbox in",
        "package --frobnicate",
        "package check",
        "package check --frobnicate",
        "package check nowhere",
        "verify",
        "verify-alfresco",
        "verify-alfresco nowhere"
      })
  void wrongUseEndsWithTwoAndOneLine(String words) {
    CommandLine.Result wrong = CommandLine.run(words.split(" "));

    assertThat(wrong.exit()).as(wrong.output()).isEqualTo(2);
    assertThat(wrong.output().strip().lines()).hasSize(1);
  }

  @Test
  void readRecognisesWithoutAServer(@TempDir Path folder) throws Exception {
    Letter letter = Letter.draw(random, 2);
    Path scan = Files.write(folder.resolve("letter.tif"), Paper.faxTiff(letter));
    Path out = folder.resolve("out");

    CommandLine.Result read = CommandLine.run("read", scan.toString(), "--out", out.toString());

    assertThat(read.exit()).as(read.output()).isZero();
    assertThat(Files.readString(out.resolve("letter.txt")).split("\f"))
        .satisfiesExactly(
            one -> assertThat(one).contains(letter.markers().get(0)),
            two -> assertThat(two).contains(letter.markers().get(1)));
    try (var pdf = Loader.loadPDF(out.resolve("letter.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains(letter.markers());
    }
  }
}
