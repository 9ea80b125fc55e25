package org.chancery.core.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.ClockState;
import org.chancery.core.schedule.Clocks;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * Officers approve dispositions or reject them (requirement R6). To destroy takes two of them; who
 * proposed it by hand is none of them.
 */
public final class Approvals {
  private static final int LONGEST_YEARS = 10;

  private final DispositionBook book;
  private final Proposals proposals;
  private final Clocks clocks;
  private final WorkQueue queue;
  private final AuditTrail audit;
  private final Checkpoint checkpoint;

  Approvals(
      DispositionBook book,
      Proposals proposals,
      Clocks clocks,
      WorkQueue queue,
      AuditTrail audit,
      Checkpoint checkpoint) {
    this.book = book;
    this.proposals = proposals;
    this.clocks = clocks;
    this.queue = queue;
    this.audit = audit;
    this.checkpoint = checkpoint;
  }

  /** Whether this account may still approve it. */
  public static boolean mayApprove(Disposition disposition, String user) {
    return disposition.state() == Disposition.State.PROPOSED
        && !disposition.proposedBy().equals(Optional.of(user))
        && disposition.approvals().stream().noneMatch(each -> each.by().equals(user));
  }

  /**
   * Approves, within the transaction in progress. All that it names is looked at again first: what
   * is not due any more, is under a hold or was changed since it was proposed is left behind, with
   * the reason. Once it has the approvals it needs, what is to be destroyed is destroyed in the
   * background.
   *
   * @throws NotFound when there is no such disposition
   * @throws Invalid without a reason
   * @throws Denied when the actor proposed it, or has approved it before
   * @throws WrongState when it waits for no approval
   */
  public Disposition approve(Actor actor, NodeId id, String reason) {
    Caller elevated = actor.caller().elevated();
    Disposition disposition = book.hold(elevated, id);
    String why = Requested.reason(reason);
    if (disposition.state() != Disposition.State.PROPOSED) {
      throw new WrongState("It is " + disposition.state().code() + " and waits for no approval.");
    }
    requireOther(disposition, actor.caller().user());
    proposals.lookAgain(actor, id);
    List<DispositionItem> open = book.open(id);
    if (open.isEmpty()) {
      return proposals.close(actor, id, Optional.empty(), Proposals.EMPTY, Optional.empty());
    }
    Disposition approved = keep(actor, disposition, why);
    if (approved.approvals().size() >= approved.needed()) {
      approved = approved(elevated, approved, open);
    }
    checkpoint.reached("disposition-approve");
    return approved;
  }

  private static void requireOther(Disposition disposition, String user) {
    if (disposition.proposedBy().equals(Optional.of(user))) {
      throw new Denied("You have proposed it yourself; another officer has to approve it.");
    }
    if (disposition.approvals().stream().anyMatch(each -> each.by().equals(user))) {
      throw new Denied("You have approved it already; the second approval is another officer's.");
    }
  }

  private Disposition keep(Actor actor, Disposition disposition, String reason) {
    List<String> by = new ArrayList<>();
    List<Instant> at = new ArrayList<>();
    List<String> why = new ArrayList<>();
    for (Disposition.Approval each : disposition.approvals()) {
      by.add(each.by());
      at.add(each.at());
      why.add(each.reason());
    }
    by.add(actor.caller().user());
    at.add(book.now());
    why.add(reason);
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.APPROVED_BY, by);
    values.put(Rec.APPROVAL_TIMES, at);
    values.put(Rec.APPROVAL_REASONS, why);
    audit.record(
        actor.did(
            Action.APPROVE_DISPOSITION,
            disposition.id(),
            Map.of("approval", by.size() + " of " + disposition.needed())));
    return book.change(actor.caller().elevated(), disposition.id(), values);
  }

  private Disposition approved(
      Caller elevated, Disposition disposition, List<DispositionItem> open) {
    boolean destroy = disposition.action() == Series.FinalAction.DESTROY;
    String then =
        destroy
            ? "Disposition " + disposition.number() + " is approved: it is being destroyed."
            : "Disposition " + disposition.number() + " is approved: its package is to be made.";
    open.forEach(item -> clocks.mark(elevated, item.folder(), ClockState.APPROVED, then));
    if (destroy) {
      queue.add(Execution.QUEUE, disposition.id().value());
    }
    return book.change(
        elevated,
        disposition.id(),
        Map.of(
            Rec.DISPOSITION_STATE, Disposition.State.APPROVED.code(), Rec.APPROVED_AT, book.now()));
  }

  /**
   * Rejects, within the transaction in progress: what it names is due again, and proposed again
   * from a day on.
   *
   * @param until the day; empty for the next daily step
   * @param folders of it; empty for all, which ends it
   * @throws NotFound when there is no such disposition, or it does not name one of the folders
   * @throws Invalid without a reason, or for a day that is over or far away
   * @throws WrongState when it waits for no approval
   */
  public Disposition reject(
      Actor actor,
      NodeId id,
      String reason,
      Optional<LocalDate> until,
      Optional<List<NodeId>> folders) {
    String why = Requested.reason(reason);
    LocalDate today = clocks.today();
    boolean fits =
        until.isEmpty()
            || !until.get().isBefore(today) && !until.get().isAfter(today.plusYears(LONGEST_YEARS));
    if (!fits) {
      throw new Invalid(
          Map.of("until", "must be today or later, at most " + LONGEST_YEARS + " years from now"));
    }
    folders.ifPresent(some -> Requested.folders(some, Proposals.MOST));
    Disposition disposition = book.hold(actor.caller().elevated(), id);
    if (disposition.state() != Disposition.State.PROPOSED) {
      throw new WrongState(
          "It is " + disposition.state().code() + "; only what waits for approval is rejected.");
    }
    return proposals.reject(actor, id, why, until, folders);
  }
}
