package org.chancery.core.disposition;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.destruction.Remnant;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Sha256;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.Clocks;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries approved dispositions out, in the background: each folder in one transaction, in which it
 * is looked at once more, its stub is written and it is removed; then what is left of all of them
 * elsewhere is erased, and it is certified. Whenever the process ends, it goes on after the next
 * start where it was, and each folder is handled once.
 */
public final class Execution {
  private static final Logger LOG = LoggerFactory.getLogger(Execution.class);
  private static final Caller SYSTEM = Caller.ofSystem();

  /** Dispositions to be carried out. */
  public static final String QUEUE = "disposition";

  /** For how long work is another's; whoever goes on with it makes that longer meanwhile. */
  public static final Duration LEASE = Duration.ofMinutes(1);

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofHours(24);

  private final Nodes nodes;
  private final Transactions transactions;
  private final Clocks clocks;
  private final DispositionBook book;
  private final Gate gate;
  private final Stubs stubs;
  private final Destruction destruction;
  private final Certificates certificates;
  private final Proposals proposals;
  private final WorkQueue queue;
  private final AuditTrail audit;
  private final Checkpoint checkpoint;

  Execution(
      Nodes nodes,
      Transactions transactions,
      Clocks clocks,
      DispositionBook book,
      Gate gate,
      Stubs stubs,
      Destruction destruction,
      Certificates certificates,
      Proposals proposals,
      WorkQueue queue,
      AuditTrail audit,
      Checkpoint checkpoint) {
    this.nodes = nodes;
    this.transactions = transactions;
    this.clocks = clocks;
    this.book = book;
    this.gate = gate;
    this.stubs = stubs;
    this.destruction = destruction;
    this.certificates = certificates;
    this.proposals = proposals;
    this.queue = queue;
    this.audit = audit;
    this.checkpoint = checkpoint;
  }

  /**
   * The National Archives have custody of what a disposition transferred: it is destroyed here, in
   * the background. Within the transaction in progress.
   *
   * @param accession the number that they gave
   * @throws NotFound when there is no such disposition
   * @throws Invalid without an accession number
   * @throws WrongState when it is no approved transfer
   */
  public Disposition destroyTransferred(Actor actor, NodeId id, String accession) {
    if (accession == null || accession.isBlank() || accession.length() > 255) {
      throw new Invalid(Map.of("accession", "must have between 1 and 255 characters"));
    }
    Caller elevated = actor.caller().elevated();
    Disposition disposition = book.hold(elevated, id);
    boolean fits =
        disposition.action() == Series.FinalAction.TRANSFER
            && disposition.state() == Disposition.State.APPROVED;
    if (!fits) {
      throw new WrongState("It is no approved transfer; nothing of it is destroyed.");
    }
    queue.add(QUEUE, id.value());
    return book.change(
        elevated,
        id,
        Map.of(
            Rec.ACCESSION,
            accession.strip(),
            Rec.DISPOSITION_STATE,
            Disposition.State.EXECUTING.code(),
            Rec.STARTED_AT,
            book.now()));
  }

  /**
   * Goes on with a disposition. Not to be called within a transaction.
   *
   * @param work that was taken from {@link #QUEUE}; done, given back or put off when this returns
   * @param alive asked between folders; nothing goes on once it says no
   */
  public void goOn(Work work, BooleanSupplier alive) {
    NodeId id = NodeId.of(work.key());
    if (!begin(id)) {
      transactions.write(() -> queue.done(work));
      return;
    }
    for (DispositionItem item : transactions.read(() -> book.open(id))) {
      if (!alive.getAsBoolean()) {
        queue.release(work);
        return;
      }
      queue.extend(work, LEASE);
      attempt(id, item);
    }
    queue.extend(work, LEASE);
    checkpoint.reached("disposition-erase");
    List<Remnant> left = destruction.erase();
    List<DispositionItem> open = transactions.read(() -> book.open(id));
    if (!left.isEmpty()) {
      putOff(work, id, SOON, "Not erased yet: " + words(left));
    } else if (open.stream().anyMatch(item -> item.state() == DispositionItem.State.FAILED)) {
      putOff(work, id, SOON, "Some folders could not be removed; it is tried again.");
    } else if (!open.isEmpty()) {
      putOff(work, id, DAY, "Some folders are under a hold; they stay until it is released.");
    } else {
      end(work, id);
    }
  }

  private static String words(List<Remnant> left) {
    return left.stream()
        .map(each -> each.where() + " (" + each.why() + ")")
        .limit(20)
        .collect(Collectors.joining("; "));
  }

  /** Whether there is something to carry out. */
  private boolean begin(NodeId id) {
    return transactions.write(
        () -> {
          Optional<Disposition> found = book.find(id);
          if (found.isEmpty()) {
            return false;
          }
          Disposition.State state = book.hold(SYSTEM, id).state();
          if (state == Disposition.State.APPROVED
              && found.get().action() == Series.FinalAction.DESTROY) {
            book.change(
                SYSTEM,
                id,
                Map.of(
                    Rec.DISPOSITION_STATE,
                    Disposition.State.EXECUTING.code(),
                    Rec.STARTED_AT,
                    book.now()));
            checkpoint.reached("disposition-begin");
            return true;
          }
          return state == Disposition.State.EXECUTING;
        });
  }

  private void attempt(NodeId id, DispositionItem item) {
    try {
      transactions.write(() -> handle(id, item.folder()));
    } catch (RuntimeException e) {
      LOG.error("{} of disposition {} could not be removed", item.folder(), id, e);
      transactions.write(
          () ->
              book.item(id, item.folder())
                  .filter(each -> each.state().open())
                  .ifPresent(
                      each ->
                          book.settle(
                              SYSTEM,
                              each,
                              DispositionItem.State.FAILED,
                              Optional.of("It could not be removed; the server's log says why."),
                              Map.of())));
    }
    checkpoint.reached("disposition-next");
  }

  private void handle(NodeId id, NodeId folder) {
    Actor system = Actor.ofSystem();
    Disposition disposition = book.hold(SYSTEM, id);
    Optional<DispositionItem> found = book.item(id, folder).filter(item -> item.state().open());
    if (found.isEmpty() || disposition.state() != Disposition.State.EXECUTING) {
      return;
    }
    DispositionItem item = found.get();
    Gate.Answer answer = gate.ask(disposition, item);
    if (answer.obstacle().isPresent()) {
      leave(disposition, item, answer.obstacle().get());
      return;
    }
    List<Node> whole = nodes.holdAll(SYSTEM, folder);
    Optional<Gate.Obstacle> other = Gate.other(whole);
    if (other.isPresent()) {
      leave(disposition, item, other.get());
      return;
    }
    checkpoint.reached("disposition-stub");
    Stub stub = stubs.keep(system, disposition, item, answer.eligible().orElseThrow(), whole);
    checkpoint.reached("disposition-remove");
    destruction.remove(SYSTEM, folder);
    clocks.gone(folder);
    book.settle(
        SYSTEM,
        item,
        DispositionItem.State.DONE,
        Optional.empty(),
        Map.of(Rec.ITEM_STUB, stub.id().value()));
    Map<String, String> details = new HashMap<>();
    details.put("disposition", id.value());
    details.put("action", disposition.action().code());
    details.put("series", stub.series());
    details.put("stub", stub.id().value());
    details.put("documents", String.valueOf(stub.documents()));
    details.put(
        "hashes", Sha256.of(String.join("\n", stub.hashes()).getBytes(StandardCharsets.US_ASCII)));
    audit.record(system.did(Action.DISPOSE, folder, details));
    checkpoint.reached("disposition-item");
  }

  /** What the National Archives have is not transferred again: a hold only puts it off. */
  private void leave(Disposition disposition, DispositionItem item, Gate.Obstacle why) {
    if (why.passes() && disposition.action() == Series.FinalAction.TRANSFER) {
      book.settle(
          SYSTEM,
          item,
          DispositionItem.State.WAITING,
          Optional.of(why.why() + (why.hold() ? " It stays until that is released." : "")),
          Map.of());
      return;
    }
    gate.leave(Actor.ofSystem(), disposition, item, why, Optional.empty());
  }

  private void putOff(Work work, NodeId id, Duration pause, String why) {
    transactions.write(
        () -> {
          book.hold(SYSTEM, id);
          Map<QName, Object> values = new HashMap<>();
          values.put(Rec.DISPOSITION_PROBLEM, why.length() > 4000 ? why.substring(0, 4000) : why);
          book.change(SYSTEM, id, values);
        });
    queue.later(work, pause, "not whole yet");
  }

  private void end(Work work, NodeId id) {
    Disposition disposition = transactions.read(() -> book.get(id));
    if (disposition.counts().done() == 0) {
      transactions.write(
          () -> {
            proposals.close(
                Actor.ofSystem(), id, Optional.empty(), Proposals.EMPTY, Optional.empty());
            requireOurs(work);
          });
      return;
    }
    checkpoint.reached("disposition-certificate");
    Certificates.Papers papers = certificates.prepare(disposition);
    transactions.write(
        () -> {
          Disposition now = book.hold(SYSTEM, id);
          if (now.state() == Disposition.State.EXECUTING) {
            certificates.keep(now, papers);
            Map<QName, Object> values = new HashMap<>();
            values.put(Rec.DISPOSITION_STATE, Disposition.State.DONE.code());
            values.put(Rec.ENDED_AT, book.now());
            values.put(Rec.DISPOSITION_PROBLEM, null);
            book.change(SYSTEM, id, values);
            audit.record(
                Actor.ofSystem()
                    .did(
                        Action.CERTIFY,
                        id,
                        Map.of(
                            "certificate", papers.certificate().sha256(),
                            "list", papers.list().sha256(),
                            "folders", String.valueOf(now.counts().done()))));
          }
          checkpoint.reached("disposition-end");
          requireOurs(work);
        });
  }

  private void requireOurs(Work work) {
    if (!queue.done(work)) {
      throw new IllegalStateException("Another node has taken over " + work.key());
    }
  }
}
