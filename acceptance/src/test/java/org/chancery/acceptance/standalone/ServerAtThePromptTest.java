package org.chancery.acceptance.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.chancery.acceptance.fixture.Letter;
import org.chancery.acceptance.fixture.Paper;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.process.CommandLine;
import org.chancery.acceptance.process.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the standalone server promises at a prompt of its password and of its data. */
class ServerAtThePromptTest {
  private final Random random = new Random();

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
      CommandLine.Result held = server.verify();
      assertThat(held.exit()).as("while the server runs: " + held.output()).isNotZero();
      server.stop();

      CommandLine.Result clean = server.verify();
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
      CommandLine.Result changed = server.verify();
      assertThat(changed.exit()).as(changed.output()).isEqualTo(1);
      assertThat(changed.output()).contains(sha);
    }
  }
}
