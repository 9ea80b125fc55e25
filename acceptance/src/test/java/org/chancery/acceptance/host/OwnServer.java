package org.chancery.acceptance.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.chancery.acceptance.process.CommandLine;
import org.chancery.acceptance.process.RemoteIntake;
import org.chancery.acceptance.process.ServerProcess;

/** A standalone server of the test's own. */
final class OwnServer implements MortalHost {
  private final ServerProcess server;

  private OwnServer(ServerProcess server) {
    this.server = server;
  }

  static OwnServer over(Path home, String... more) {
    return new OwnServer(ServerProcess.over(home, more).start());
  }

  @Override
  public URI url() {
    return server.url();
  }

  @Override
  public Client admin() {
    return Client.program(url(), "admin", ServerProcess.ADMIN_PASSWORD);
  }

  @Override
  public RemoteIntake intake(Path home) {
    return RemoteIntake.of(url(), "admin", ServerProcess.ADMIN_PASSWORD, home);
  }

  @Override
  public Optional<Path> inbox() {
    return Optional.of(server.inbox());
  }

  @Override
  public Optional<String> immortal() {
    return Optional.empty();
  }

  @Override
  public void kill() {
    server.kill();
  }

  @Override
  public void startToEndAt(String point) {
    server.stop();
    server.start(Map.of("CHANCERY_KILL_AT", point));
  }

  @Override
  public boolean awaitEnd(Duration limit) {
    return server.awaitEnd(limit);
  }

  @Override
  public void start() {
    if (!server.isAlive()) {
      server.start();
    }
  }

  @Override
  public void assertSound() {
    server.stop();
    CommandLine.Result verified = server.verify();
    assertThat(verified.exit()).as(verified.output()).isZero();
  }

  @Override
  public void close() {
    server.stop();
  }
}
