package org.chancery.core.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;

/**
 * On whose behalf the engine is being driven by the calling thread, and what came of it. Empty
 * while a task list of the host's own drives it. Its {@link Checkpoint checkpoints} are {@code
 * before-engine} (the domain's half of a step is written, the engine knows nothing), {@code
 * within-engine} (a tasking is written for a task that the engine is about to keep), {@code
 * after-engine} (both halves are written, nothing is committed) and {@code after-step} (all is
 * committed, nobody has been told).
 */
final class Acting {
  private final Transactions transactions;
  private final Checkpoint checkpoint;
  private final ThreadLocal<Drive> drives = new ThreadLocal<>();

  Acting(Transactions transactions, Checkpoint checkpoint) {
    this.transactions = transactions;
    this.checkpoint = checkpoint;
  }

  /** One drive of the engine. */
  static final class Drive {
    private final Actor actor;
    private final Checkpoint checkpoint;
    private final List<NodeId> given = new ArrayList<>();

    private Drive(Actor actor, Checkpoint checkpoint) {
      this.actor = actor;
      this.checkpoint = checkpoint;
    }

    Actor actor() {
      return actor;
    }

    /** A tasking was made. */
    void given(NodeId tasking) {
      given.add(tasking);
      checkpoint.reached("within-engine");
    }
  }

  /**
   * Drives the engine on somebody's behalf, within the transaction in progress.
   *
   * @return the taskings that came of it, in their order
   */
  <T> List<NodeId> as(Actor actor, Supplier<T> driving) {
    Drive outer = drives.get();
    Drive mine = new Drive(actor, checkpoint);
    drives.set(mine);
    try {
      checkpoint.reached("before-engine");
      driving.get();
      checkpoint.reached("after-engine");
      transactions.afterCommit(() -> checkpoint.reached("after-step"));
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
