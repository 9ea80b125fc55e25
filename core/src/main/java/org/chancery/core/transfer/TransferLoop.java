package org.chancery.core.transfer;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.chancery.core.background.OwnThread;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.repository.NodeId;

/**
 * Packages in the background, one at a time on a thread of its own, while another keeps the lease
 * alive. Several nodes of a cluster may run one each.
 */
final class TransferLoop implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration BEAT = Duration.ofSeconds(15);

  private final WorkQueue queue;
  private final Packaging packaging;
  private final OwnThread thread = new OwnThread("transfer");
  private final OwnThread beats = new OwnThread("transfer-lease");
  private final AtomicReference<Lease> lease = new AtomicReference<>();
  private final Queue<NodeId> hurried = new ConcurrentLinkedQueue<>();
  private volatile Runnable ordered = () -> {};

  /** Work in hand, and whether it still is. */
  private record Lease(WorkQueue.Work work, AtomicBoolean kept) {}

  TransferLoop(WorkQueue queue, Packaging packaging) {
    this.queue = queue;
    this.packaging = packaging;
  }

  void onOrdered(Runnable wake) {
    ordered = wake;
  }

  void start() {
    thread.every(Duration.ZERO, POLL, "Packaging cannot go on", this::look);
    beats.every(BEAT, BEAT, "The lease of a package could not be made longer", this::beat);
  }

  /** What was put off is to be done soon, if this process lives; else in its turn. */
  void hurry(NodeId disposition) {
    hurried.add(disposition);
  }

  private void look() {
    for (NodeId next = hurried.poll(); next != null; next = hurried.poll()) {
      packaging.again(next);
    }
    Optional<WorkQueue.Work> next = queue.take(Packaging.QUEUE, LEASE);
    while (next.isPresent()) {
      step(next.get());
      next = thread.ending() ? Optional.empty() : queue.take(Packaging.QUEUE, LEASE);
    }
  }

  private void step(WorkQueue.Work work) {
    AtomicBoolean kept = new AtomicBoolean(true);
    lease.set(new Lease(work, kept));
    try {
      packaging.step(work, () -> kept.get() && !thread.ending());
    } finally {
      lease.set(null);
      ordered.run();
    }
  }

  private void beat() {
    Lease held = lease.get();
    if (held != null && !queue.extend(held.work(), LEASE)) {
      held.kept().set(false);
    }
  }

  @Override
  public void close() {
    thread.close();
    beats.close();
  }
}
