package org.chancery.acceptance.host;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.chancery.acceptance.process.RemoteIntake;

/**
 * A host that a test kills and starts again: a standalone server of the test's own, or the host
 * that {@code -Dchancery.url} names (see {@link Host}), by the commands that are given for it.
 */
public sealed interface MortalHost extends AutoCloseable permits OwnServer, CommandedHost {
  /** How long a host and what works for it may take to be as they were before a kill. */
  Duration RECOVERY_LIMIT = Duration.ofMinutes(5);

  /**
   * The host that system properties name, else a new server; it runs.
   *
   * @param home an existing folder, for what the test starts
   * @param more further arguments of a new server
   */
  static MortalHost begin(Path home, String... more) {
    return Host.named()
        .<MortalHost>map(host -> CommandedHost.over(host, home))
        .orElseGet(() -> OwnServer.over(home, more));
  }

  /** Where it answers. */
  URI url();

  /** The administrator, as a program. */
  Client admin();

  /** One of the demonstration's people, signed in and affirmed; it must have been begun with it. */
  default Client person(String user) {
    return Client.person(url(), user, Host.passwordOf(user));
  }

  /** An intake process for it; nothing runs yet. */
  RemoteIntake intake(Path home);

  /** The watched folder of the host's own process; empty when it leaves that to others. */
  Optional<Path> inbox();

  /** Why it cannot be killed and started again; empty when it can. */
  Optional<String> immortal();

  /** Kills it as a power cut would. */
  void kill();

  /** Ends it and starts it again, to end abruptly when it comes to a named point. */
  void startToEndAt(String point);

  /** Waits for it to end by itself; false when it still lives. */
  boolean awaitEnd(Duration limit);

  /** Starts it, to go on for ever; nothing happens when it does so already. */
  void start();

  /** Fails unless all that it holds belongs together: originals, counts, ledger. May stop it. */
  void assertSound();

  /** Ends what the test began. */
  @Override
  void close();
}
