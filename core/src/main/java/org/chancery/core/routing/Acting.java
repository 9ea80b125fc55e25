package org.chancery.core.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.NodeId;

/**
 * On whose behalf the engine is being driven by the calling thread, and what came of it. Empty
 * while a task list of the host's own drives it.
 */
final class Acting {
  private final ThreadLocal<Drive> drives = new ThreadLocal<>();

  /** One drive of the engine. */
  static final class Drive {
    private final Actor actor;
    private final List<NodeId> given = new ArrayList<>();

    private Drive(Actor actor) {
      this.actor = actor;
    }

    Actor actor() {
      return actor;
    }

    /** The taskings that were made, in their order. */
    List<NodeId> given() {
      return given;
    }
  }

  /**
   * Drives the engine on somebody's behalf.
   *
   * @return the taskings that came of it
   */
  <T> List<NodeId> as(Actor actor, Supplier<T> driving) {
    Drive outer = drives.get();
    Drive mine = new Drive(actor);
    drives.set(mine);
    try {
      driving.get();
      return List.copyOf(mine.given);
    } finally {
      if (outer == null) {
        drives.remove();
      } else {
        drives.set(outer);
      }
    }
  }

  Optional<Drive> current() {
    return Optional.ofNullable(drives.get());
  }
}
