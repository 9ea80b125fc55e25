package org.chancery.core.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.background.OwnThread;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.destruction.Remnant;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases in the background what those who were taken out left, then proves it. Whenever the process
 * ends, it goes on after the next start where it was.
 */
final class Proving implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Proving.class);

  /** Erasures to be carried to their end. */
  static final String QUEUE = "erasure";

  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration BEAT = LEASE.dividedBy(4);
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final int LONGEST = 4000;

  private final Transactions transactions;
  private final WorkQueue queue;
  private final Destruction destruction;
  private final ErasureBook book;
  private final Proof proof;
  private final AuditTrail audit;
  private final Checkpoint checkpoint;
  private final Clock clock;
  private final OwnThread thread = new OwnThread("erasure");
  private final OwnThread beat = new OwnThread("erasure-lease");
  private final AtomicReference<Work> underWay = new AtomicReference<>();

  Proving(
      Transactions transactions,
      WorkQueue queue,
      Destruction destruction,
      ErasureBook book,
      Proof proof,
      AuditTrail audit,
      Checkpoint checkpoint,
      Clock clock) {
    this.transactions = transactions;
    this.queue = queue;
    this.destruction = destruction;
    this.book = book;
    this.proof = proof;
    this.audit = audit;
    this.checkpoint = checkpoint;
    this.clock = clock;
  }

  /** Begins to look. */
  void start() {
    thread.every(Duration.ZERO, POLL, "An erasure failed", this::once);
    beat.every(BEAT, BEAT, "The lease of an erasure could not be made longer", this::extend);
  }

  /** Erasing takes longer than a lease, and says nothing meanwhile. */
  private void extend() {
    Work work = underWay.get();
    if (work != null) {
      queue.extend(work, LEASE);
    }
  }

  /** Does now what there is to do, on the calling thread; not within a transaction. */
  void once() {
    Optional<Work> next = queue.take(QUEUE, LEASE);
    while (next.isPresent() && !thread.ending()) {
      Work work = next.get();
      underWay.set(work);
      try {
        goOn(work);
      } catch (RuntimeException e) {
        LOG.error("Erasure {} failed; it is tried again", work.key(), e);
        queue.later(work, AGAIN, "failed");
      } finally {
        underWay.set(null);
      }
      next = queue.take(QUEUE, LEASE);
    }
  }

  private void goOn(Work work) {
    NodeId id = NodeId.of(work.key());
    Optional<Erasure> open =
        transactions.read(
            () -> book.find(id).filter(each -> each.state() == Erasure.State.ERASING));
    if (open.isEmpty()) {
      transactions.write(() -> queue.done(work));
      return;
    }
    checkpoint.reached("erasure-erase");
    List<Remnant> left = destruction.erase();
    if (!left.isEmpty()) {
      putOff(work, id, left);
      return;
    }
    checkpoint.reached("erasure-proof");
    Instant ended = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ContentInfo whole = proof.prepare(open.get(), Proof.Copy.WHOLE, ended);
    ContentInfo owners = proof.prepare(open.get(), Proof.Copy.OWNER, ended);
    transactions.write(() -> end(work, id, ended, whole, owners));
  }

  private void end(Work work, NodeId id, Instant ended, ContentInfo whole, ContentInfo owners) {
    if (book.hold(id).state() == Erasure.State.ERASING) {
      proof.keep(id, Proof.Copy.WHOLE, whole);
      proof.keep(id, Proof.Copy.OWNER, owners);
      Map<QName, Object> values = new HashMap<>();
      values.put(Stk.ERASURE_STATE, Erasure.State.DONE.code());
      values.put(Stk.ERASURE_ENDED, ended);
      values.put(Stk.ERASURE_PROBLEM, null);
      book.change(id, values);
      audit.record(
          Actor.ofSystem()
              .did(
                  Action.PERSON_ERASE,
                  id,
                  Map.of(
                      "step", "proved",
                      "proof", whole.sha256(),
                      "ownersCopy", owners.sha256())));
    }
    checkpoint.reached("erasure-end");
    if (!queue.done(work)) {
      throw new IllegalStateException("Another node has taken over " + work.key());
    }
  }

  private void putOff(Work work, NodeId id, List<Remnant> left) {
    String why =
        "Not erased everywhere yet: "
            + left.stream()
                .map(each -> each.where() + " (" + each.why() + ")")
                .limit(20)
                .collect(Collectors.joining("; "));
    transactions.write(
        () -> {
          book.hold(id);
          book.change(
              id,
              Map.of(
                  Stk.ERASURE_PROBLEM, why.length() > LONGEST ? why.substring(0, LONGEST) : why));
        });
    queue.later(work, AGAIN, "not erased everywhere yet");
  }

  @Override
  public void close() {
    beat.close();
    thread.close();
  }
}
