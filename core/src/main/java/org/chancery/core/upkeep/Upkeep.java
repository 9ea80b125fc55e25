package org.chancery.core.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.chancery.core.access.Actor;
import org.chancery.core.background.OwnThread;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.holds.Holds;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.records.Declaration;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.schedule.Schedule;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what falls due for records, on a thread of its own. Several nodes of a cluster may run one
 * each: what two of them do at once is done once. What was interrupted goes on after the next
 * start.
 */
public final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration POLL = Duration.ofSeconds(3);

  /** How often it is asked what has fallen due: a read of an index that mostly finds nothing. */
  private static final Duration DUE = Duration.ofMinutes(10);

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final Duration DAY = Duration.ofHours(24);
  private static final int SELDOM = 2880;
  private static final int PART = 1000;

  private final Schedule schedule;
  private final Holds holds;
  private final Declaration declaration;
  private final Nodes nodes;
  private final WorkQueue queue;
  private final Transactions transactions;
  private final Clock clock;
  private final OwnThread thread = new OwnThread("records-upkeep");
  private Instant dueAt = Instant.MIN;

  /** Nothing runs before {@link #start}. */
  public Upkeep(
      Schedule schedule,
      Holds holds,
      Declaration declaration,
      Nodes nodes,
      WorkQueue queue,
      Transactions transactions,
      Clock clock) {
    this.schedule = schedule;
    this.holds = holds;
    this.declaration = declaration;
    this.nodes = nodes;
    this.queue = queue;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Begins to look. */
  public void start() {
    thread.every(Duration.ZERO, POLL, "The upkeep of records failed", this::once);
  }

  /** Does now what there is to do, on the calling thread. Not to be called within a transaction. */
  public void once() {
    each(Noted.DECLARE, this::declare);
    each(Noted.BELOW, this::below);
    schedule.recompute(PART);
    each(Noted.SEARCH, this::search);
    if (!clock.instant().isBefore(dueAt)) {
      schedule.fallDue();
      dueAt = clock.instant().plus(DUE);
    }
  }

  private void each(String name, Consumer<Work> job) {
    Optional<Work> next = queue.take(name, LEASE);
    while (next.isPresent() && !thread.ending()) {
      Work work = next.get();
      try {
        job.accept(work);
      } catch (RuntimeException e) {
        LOG.error("{} of {} failed; it is tried again", name, work.key(), e);
        queue.later(work, AGAIN, String.valueOf(e.getMessage()));
      }
      next = queue.take(name, LEASE);
    }
  }

  private void done(Work work) {
    transactions.write(
        () -> {
          if (!queue.done(work)) {
            throw new IllegalStateException("Another node has taken over " + work.key());
          }
        });
  }

  private void below(Work work) {
    schedule.recomputeBelow(
        NodeId.of(work.key()), () -> !thread.ending() && queue.extend(work, LEASE));
    if (thread.ending()) {
      queue.release(work);
    } else {
      done(work);
    }
  }

  private void search(Work work) {
    NodeId hold = NodeId.of(work.key());
    holds.match(hold);
    boolean ended =
        transactions
            .read(() -> nodes.find(Caller.ofSystem(), hold))
            .filter(node -> holds.get(node.id()).inForce())
            .isEmpty();
    if (ended) {
      done(work);
    } else {
      queue.later(work, DAY, "made again each day");
    }
  }

  private void declare(Work work) {
    NodeId id = NodeId.of(work.key());
    boolean whole = transactions.write(() -> declared(id) && queue.done(work));
    if (!whole) {
      // What cannot be read at all is asked for ever more seldom.
      Duration pause = AGAIN.multipliedBy(Math.min(work.attempt(), SELDOM));
      queue.later(work, pause, "something in it is still to be read");
    }
  }

  /** Whether there is nothing left to declare. */
  private boolean declared(NodeId id) {
    Optional<Node> found = nodes.find(Caller.ofSystem(), id);
    if (found.filter(node -> node.aspects().contains(Rec.CORRECTS)).isPresent()) {
      return declaration.declareAddition(Actor.ofSystem(), id);
    }
    boolean closed =
        found
            .filter(node -> node.type().equals(Cor.CASE_FILE))
            .filter(node -> node.text(Cor.STATUS).equals(Optional.of(CaseFile.CLOSED)))
            .isPresent();
    return !closed || declaration.declareClosed(Actor.ofSystem(), id);
  }

  @Override
  public void close() {
    thread.close();
  }
}
