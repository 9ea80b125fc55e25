package org.chancery.standalone.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.core.access.Session;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordResetTest {
  private static final String NEW = "another correct horse";

  @TempDir Path data;

  private static boolean signsIn(AccountsFixture fixture, String user, String password) {
    return fixture.passwords.check(user, password, Session.Means.COOKIE, "test").isPresent();
  }

  private PasswordReset.Answer command(String user) throws IOException {
    return new ResetPasswordCommand(
            ServerSettings.of(data, Optional.empty(), Optional.empty()),
            new BCryptPasswordEncoder(4))
        .reset(user, NEW);
  }

  @Test
  void aStoppedServersAccountGetsItAndTheLedgerHasARow() throws Exception {
    try (AccountsFixture fixture = new AccountsFixture(data)) {
      fixture.account("forgetful", false);
    }
    assertThat(command("forgetful").done()).isTrue();
    assertThat(command("nobody").done()).isFalse();
    try (AccountsFixture fixture = new AccountsFixture(data)) {
      assertThat(signsIn(fixture, "forgetful", NEW)).isTrue();
      assertThat(signsIn(fixture, "forgetful", AccountsFixture.PASSWORD)).isFalse();
      assertThat(fixture.administered("forgetful")).contains("command line");
    }
  }

  @Test
  void aRunningServerIsAskedAndItsSessionsEnd() throws Exception {
    try (AccountsFixture fixture = new AccountsFixture(data)) {
      fixture.account("forgetful", false);
      Session session =
          fixture.sessions.open("forgetful", AccountsFixture.PASSWORD, "test").orElseThrow();
      Thread server = new Thread(() -> serve(fixture), "serving");
      server.setDaemon(true);
      server.start();
      assertThat(command("forgetful").done()).isTrue();
      assertThat(command("nobody").text()).contains("nobody");
      server.interrupt();
      assertThat(signsIn(fixture, "forgetful", NEW)).isTrue();
      assertThat(fixture.sessions.resume(session.id(), true)).isEmpty();
      assertThat(fixture.administered("forgetful")).contains("command line");
      try (Stream<Path> left = Files.list(data.resolve("requests"))) {
        assertThat(left).as("nothing of the password stays behind").isEmpty();
      }
    }
  }

  private static void serve(AccountsFixture fixture) {
    try {
      while (!Thread.interrupted()) {
        fixture.resets.serve();
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aServerThatDoesNotAnswerLeavesNothingBehind() throws Exception {
    ResetRequests requests = new ResetRequests(data);
    assertThat(requests.ask("forgetful", "{noop}x", Duration.ofMillis(300))).isEmpty();
    assertThat(requests.waiting()).isEmpty();
    Files.write(
        data.resolve("requests").resolve("x.reset-password"),
        List.of("only a name"),
        StandardCharsets.UTF_8);
    assertThat(requests.waiting()).as("one that is none is removed").isEmpty();
    assertThat(data.resolve("requests").resolve("x.reset-password")).doesNotExist();
  }

  @Test
  void aPasswordThatBreaksARuleOrAFolderWithoutDataIsRefused() {
    assertThatThrownBy(() -> command("forgetful"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("no server's data");
  }
}
