package org.chancery.core;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.core.repository.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends this process at once, as a power failure would, when it has come to a named point for the
 * n-th time. For the tests that show that nothing is lost or doubled then; in operation {@link
 * Checkpoint#NONE} stands in its place.
 */
public final class KillPoint implements Checkpoint {
  /** The environment's name for it: {@code name} or {@code name:n}. */
  private static final String VARIABLE = "CHANCERY_KILL_AT";

  private static final Logger LOG = LoggerFactory.getLogger(KillPoint.class);

  /** What a process killed by a signal reports. */
  private static final int KILLED = 137;

  private final String name;
  private final AtomicInteger left;
  private final Runnable end;

  KillPoint(String name, int occurrence, Runnable end) {
    this.name = name;
    this.left = new AtomicInteger(occurrence);
    this.end = end;
  }

  /** As this process' environment says; {@link Checkpoint#NONE} when it says nothing. */
  public static Checkpoint ofEnvironment() {
    return of(Optional.ofNullable(System.getenv(VARIABLE)));
  }

  /** As the environment says; the one that does nothing when it says nothing. */
  static Checkpoint of(Optional<String> setting) {
    if (setting.isEmpty() || setting.get().isBlank()) {
      return Checkpoint.NONE;
    }
    String[] parts = setting.get().split(":", 2);
    int occurrence = parts.length == 2 ? Integer.parseInt(parts[1]) : 1;
    LOG.warn("This process will end abruptly at '{}', time {}", parts[0], occurrence);
    return new KillPoint(parts[0], occurrence, () -> Runtime.getRuntime().halt(KILLED));
  }

  @Override
  public void reached(String point) {
    if (point.equals(name) && left.decrementAndGet() == 0) {
      end.run();
    }
  }
}
