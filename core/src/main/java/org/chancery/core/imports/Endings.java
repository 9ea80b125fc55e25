package org.chancery.core.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.chancery.core.repository.NodeId;

/**
 * Imports that somebody in this process is about to end. Whoever carries one out gives way to them
 * between two lots: a host may let those who hold an item again and again go before those who have
 * waited for it.
 */
final class Endings {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long LOOK_AGAIN_MILLIS = 50;
  private static final int MOST_LOOKS = 200;

  private final Map<NodeId, Instant> wanted = new ConcurrentHashMap<>();
  private final Clock clock;

  Endings(Clock clock) {
    this.clock = clock;
  }

  /** Somebody tries to end it, now. */
  void want(NodeId id) {
    wanted.values().removeIf(at -> !isFresh(at));
    wanted.put(id, clock.instant());
  }

  /** Waits for those who try to end it until they have, or a little while after they tried. */
  void giveWay(NodeId id, BooleanSupplier over) {
    for (int looks = 0; looks < MOST_LOOKS && isWanted(id) && !over.getAsBoolean(); looks++) {
      try {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    wanted.remove(id);
  }

  private boolean isWanted(NodeId id) {
    return Optional.ofNullable(wanted.get(id)).filter(this::isFresh).isPresent();
  }

  private boolean isFresh(Instant at) {
    return clock.instant().isBefore(at.plus(PATIENCE));
  }
}
