package org.chancery.core.disposition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.OtherKeeper;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.schedule.ClockState;
import org.chancery.core.schedule.Clocks;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * THE rule of what may be disposed of (requirement R6): what is due today, reviewed, under no hold,
 * kept by nobody else, and as it was when it was proposed. Asked when something is proposed, at
 * each approval, and once more before anything is removed, each time of the tree itself, with the
 * folder kept from changing until the transaction in progress ends.
 */
final class Gate {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String OTHERS = "kept-by-others";

  private final Nodes nodes;
  private final Clocks clocks;
  private final HoldRule holds;
  private final DispositionBook book;
  private final AuditTrail audit;

  Gate(Nodes nodes, Clocks clocks, HoldRule holds, DispositionBook book, AuditTrail audit) {
    this.nodes = nodes;
    this.clocks = clocks;
    this.holds = holds;
    this.book = book;
    this.audit = audit;
  }

  /**
   * What stands in the way.
   *
   * @param code for the ledger
   * @param why in plain words
   */
  record Obstacle(String code, String why) {
    /** Whether it ends with a hold, ours or another's. */
    boolean hold() {
      return code.equals("held") || others();
    }

    /** Whether others keep it. */
    boolean others() {
      return code.equals(OTHERS);
    }

    /** Whether it passes by itself, so that what the National Archives have may wait for that. */
    boolean passes() {
      return hold() || code.equals("holds-other");
    }
  }

  /** What may be disposed of, or what stands in the way. */
  record Answer(Optional<Clocks.Eligible> eligible, Optional<Obstacle> obstacle) {
    static Answer no(String code, String why) {
      return new Answer(Optional.empty(), Optional.of(new Obstacle(code, why)));
    }
  }

  /** Whether a folder may be proposed. */
  Answer ask(NodeId folder) {
    Optional<Node> found = nodes.find(SYSTEM, folder);
    if (found.isEmpty()) {
      return Answer.no("gone", "It is not there any more.");
    }
    Optional<Clocks.Eligible> eligible = clocks.eligible(folder, clocks.today());
    if (eligible.isEmpty()) {
      return Answer.no("not-due", "It is not due, or not any more.");
    }
    // Read again: it was not held when it was found.
    Node node = nodes.get(SYSTEM, folder);
    Optional<OtherKeeper.Kept> others = holds.keptByOthers(folder);
    if (others.isPresent()) {
      return Answer.no(OTHERS, others.get().why());
    }
    Optional<HoldRule.How> held = holds.held(folder);
    if (held.isPresent()) {
      return Answer.no("held", words(held.get()));
    }
    if (node.type().equals(Cor.CASE_FOLDER) && !node.aspects().contains(Rec.REVIEWED)) {
      return Answer.no("not-reviewed", "Nobody has decided yet whether it is permanent.");
    }
    return new Answer(eligible, Optional.empty());
  }

  /** Whether another folder, which is disposed of by itself, has come to lie in this one. */
  static Optional<Obstacle> other(List<Node> whole) {
    return whole.stream()
        .skip(1)
        .filter(node -> node.type().equals(Cor.CASE_FOLDER))
        .findFirst()
        .map(
            node ->
                new Obstacle(
                    "holds-other",
                    "A case folder lies in it that is kept by itself; move that out first."));
  }

  private static String words(HoldRule.How how) {
    return switch (how) {
      case ITSELF -> "It is under a hold.";
      case ABOVE -> "It lies in a folder under a hold.";
      case BELOW -> "Something in it is under a hold.";
    };
  }

  /** Whether what a disposition names may go with it. */
  Answer ask(Disposition disposition, DispositionItem item) {
    Answer answer = ask(item.folder());
    if (answer.obstacle().isPresent()) {
      return answer;
    }
    Clocks.Eligible eligible = answer.eligible().orElseThrow();
    if (!in(nodes.get(SYSTEM, item.folder())).equals(Optional.of(disposition.id()))) {
      return Answer.no("elsewhere", "Another disposition has it in hand.");
    }
    boolean same =
        eligible.series().code().equals(disposition.series())
            && eligible.series().action() == disposition.action();
    if (!same) {
      return Answer.no("series", "It is kept under another series now, or that has changed.");
    }
    if (item.activityAt().filter(eligible.activityAt()::equals).isEmpty()) {
      return Answer.no("activity", "Something was done in it since it was proposed.");
    }
    return answer;
  }

  /** The disposition that a folder says has it in hand. */
  static Optional<NodeId> in(Node folder) {
    return folder.text(Rec.IN_DISPOSITION).map(NodeId::of);
  }

  /** Takes a folder into a disposition's hand. */
  void take(Caller elevated, NodeId folder, Disposition disposition) {
    clocks.mark(
        elevated,
        folder,
        ClockState.PROPOSED,
        "Disposition " + disposition.number() + " names it and waits for approval.");
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.IN_DISPOSITION, disposition.id().value());
    values.put(Rec.PROPOSE_FROM, null);
    nodes.update(elevated, folder, Optional.empty(), Change.of(values));
  }

  /**
   * Leaves a folder out of a disposition, which gives it back: it is due again, if it is.
   *
   * @param state {@code HELD} or {@code REFUSED}
   * @param from the day from which it may be proposed again
   */
  void leave(
      Actor actor,
      Disposition disposition,
      DispositionItem item,
      Obstacle why,
      Optional<LocalDate> from) {
    Caller elevated = actor.caller().elevated();
    Optional<Node> folder = nodes.find(SYSTEM, item.folder());
    if (folder.flatMap(Gate::in).equals(Optional.of(disposition.id()))) {
      give(elevated, item.folder(), why, from);
    }
    book.settle(
        elevated,
        item,
        why.hold() ? DispositionItem.State.HELD : DispositionItem.State.REFUSED,
        Optional.of(why.why()),
        Map.of());
    Map<String, String> details =
        Map.of("disposition", disposition.id().value(), "why", why.code());
    audit.record(
        actor.did(
            why.code().equals("rejected") ? Action.REJECT_DISPOSITION : Action.WITHHOLD,
            item.folder(),
            details));
  }

  private void give(Caller elevated, NodeId folder, Obstacle why, Optional<LocalDate> from) {
    nodes.hold(elevated, folder);
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.IN_DISPOSITION, null);
    values.put(Rec.PROPOSE_FROM, from.orElse(null));
    nodes.update(elevated, folder, Optional.empty(), Change.of(values));
    Optional<ClockState> state = clocks.find(folder).map(ClockRegister.Row::state);
    if (state.filter(ClockState::inHand).isEmpty()) {
      return;
    }
    boolean due = clocks.eligible(folder, clocks.today()).isPresent();
    if (state.get() != ClockState.EXCEPTION || due) {
      clocks.mark(elevated, folder, ClockState.ELIGIBLE, why.why());
    }
    if (!due) {
      clocks.changed(elevated, folder);
    }
  }
}
