package org.chancery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.CommandLine;
import org.chancery.acceptance.host.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher promises at a prompt. */
@Tag("own-server")
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

  @Test
  void withoutATerminalTheFirstStartKeepsThePasswordInAFileOnlyItsOwnerReads(@TempDir Path home)
      throws Exception {
    try (ServerProcess server = ServerProcess.over(home)) {
      server.start(Map.of("CHANCERY_ADMIN_PASSWORD", ""));
      Path file =
          Stream.of(server.logText().split("\\s+"))
              .filter(word -> word.startsWith(server.data().toString()))
              .map(word -> Path.of(word.replaceAll("[.,]$", "")))
              .filter(Files::isRegularFile)
              .findFirst()
              .orElseThrow(
                  () -> new AssertionError("The log names no password file:\n" + server.logText()));

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      String password = Files.readString(file).strip();
      assertThat(password.length()).isGreaterThanOrEqualTo(16);
      Client.program(server.url(), "admin", password).get("me").expect(200);
    }
  }

  @Test
  void verifyNamesAnOriginalWhoseBytesWereChanged(@TempDir Path home) throws Exception {
    Letter letter = Letter.draw(random, 1);
    try (ServerProcess server = ServerProcess.over(home).start()) {
      Client admin = Client.program(server.url(), "admin", ServerProcess.ADMIN_PASSWORD);
      IntakeDesk.drop(server.inbox(), "kept.txt", Paper.plainText(letter));
      String sha = new IntakeDesk(admin).await("kept.txt", "ready").path("sha256").asText();
      CommandLine.Result held = CommandLine.run("verify", "--data", server.data().toString());
      assertThat(held.exit()).as("while the server runs: " + held.output()).isNotZero();
      server.stop();

      CommandLine.Result clean = CommandLine.run("verify", "--data", server.data().toString());
      assertThat(clean.exit()).as(clean.output()).isZero();

      try (Stream<Path> files = Files.walk(server.data());
          RandomAccessFile blob =
              new RandomAccessFile(
                  files
                      .filter(file -> file.getFileName().toString().equals(sha))
                      .findFirst()
                      .orElseThrow()
                      .toFile(),
                  "rw")) {
        blob.write('#');
      }
      CommandLine.Result changed = CommandLine.run("verify", "--data", server.data().toString());
      assertThat(changed.exit()).as(changed.output()).isEqualTo(1);
      assertThat(changed.output()).contains(sha);
    }
  }
}
