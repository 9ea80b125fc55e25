package org.chancery.acceptance.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.chancery.acceptance.process.RemoteIntake;

/**
 * The host that system properties name, killed and started by commands of whoever runs it: {@code
 * -Dchancery.kill} kills its process without a word, {@code -Dchancery.start} starts it again and
 * ends when it is up. The start command hands its environment on to the process: {@code
 * CHANCERY_KILL_AT} in it names the point at which the process is to end.
 */
final class CommandedHost implements MortalHost {
  private static final String NO_COMMANDS =
      "the host is not the suite's own, and no commands were given that kill it and start it again"
          + " (--kill, --start)";
  private static final Duration DEATH_LIMIT = Duration.ofSeconds(60);
  private static final int CONNECT_MILLIS = 5_000;

  private final Host host;
  private final Path log;
  private final Optional<String> kill;
  private final Optional<String> start;
  private final List<JsonNode> oldExceptions;
  private boolean armed;

  private CommandedHost(Host host, Path log) {
    this.host = host;
    this.log = log;
    this.kill = Optional.ofNullable(System.getProperty("chancery.kill"));
    this.start = Optional.ofNullable(System.getProperty("chancery.start"));
    this.oldExceptions = integrity().list("exceptions");
  }

  static CommandedHost over(Host host, Path home) {
    return new CommandedHost(host, home.resolve("commands.log"));
  }

  @Override
  public URI url() {
    return host.url();
  }

  @Override
  public Client admin() {
    return host.admin();
  }

  @Override
  public RemoteIntake intake(Path home) {
    return RemoteIntake.of(url(), host.adminUser(), host.adminPassword(), home);
  }

  @Override
  public Optional<Path> inbox() {
    return Optional.empty();
  }

  @Override
  public Optional<String> immortal() {
    return kill.isPresent() && start.isPresent() ? Optional.empty() : Optional.of(NO_COMMANDS);
  }

  @Override
  public void kill() {
    run(kill.orElseThrow(), Map.of(), true);
    assertThat(awaitEnd(DEATH_LIMIT)).as("dead after the command that kills").isTrue();
  }

  @Override
  public void startToEndAt(String point) {
    if (listens()) {
      kill();
    }
    armed = true;
    // It may come to the point, and end, before it is up.
    run(start.orElseThrow(), Map.of("CHANCERY_KILL_AT", point), false);
  }

  @Override
  public boolean awaitEnd(Duration limit) {
    try {
      Host.await("the host to be gone", limit, () -> !listens());
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  @Override
  public void start() {
    if (listens() && !armed) {
      return;
    }
    if (listens()) {
      kill();
    }
    run(start.orElseThrow(), Map.of(), true);
    armed = false;
    Host.await("the host to be well", RECOVERY_LIMIT, this::isWell);
  }

  /** The host may hold what other tests left, even what they broke on purpose: nothing is added. */
  @Override
  public void assertSound() {
    Answer report = integrity();
    assertThat(report.list("exceptions")).isSubsetOf(oldExceptions);
    assertThat(report.json().path("originalsVerified").asLong()).isPositive();
    assertThat(report.json().path("received").asLong())
        .isEqualTo(
            report.json().path("unfiled").asLong()
                + report.json().path("open").asLong()
                + report.json().path("closed").asLong()
                + report.json().path("removed").asLong());
    assertThat(isWell()).as("the host says that it is well").isTrue();
  }

  /** Leaves the host as it found it: up. */
  @Override
  public void close() {
    start();
  }

  private Answer integrity() {
    return admin().get("integrity?verify=1").expect(200);
  }

  private boolean isWell() {
    try {
      return Client.anonymous(url()).get("health").status() == 200
          && admin().get("me").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Whether anything takes connections where the host is. */
  private boolean listens() {
    int named = url().getPort();
    int port = named > 0 ? named : url().getScheme().equals("https") ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url().getHost(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void run(String command, Map<String, String> environment, boolean mustSucceed) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder("bash", "-c", command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
      builder.environment().putAll(environment);
      int exit = builder.start().waitFor();
      if (mustSucceed && exit != 0) {
        throw new AssertionError(
            "The command ended with " + exit + ": " + command + "\n" + Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
