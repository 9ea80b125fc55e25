package org.chancery.core.doubles;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.Place;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.WrongState;
import org.chancery.core.stakeholders.ContactBlock;
import org.chancery.core.stakeholders.Owners;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.stakeholders.Standing;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/**
 * Makes one entry of two that are of the same person or organization, and takes that back
 * (requirement S12). All that belongs to one of them belongs to the other from then on: whatever
 * lies at it, and every relation. The emptied entry is kept where nobody finds it, with what
 * undoing needs; it goes when the other one is erased.
 */
public final class Merges {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int LONGEST = 2000;

  private final Nodes nodes;
  private final Stakeholders stakeholders;
  private final HoldRule holds;
  private final Ties ties;
  private final Belongings belongings;
  private final Values values;
  private final AuditTrail audit;
  private final Clock clock;

  Merges(Doubles.Ports ports) {
    nodes = ports.nodes();
    stakeholders = ports.stakeholders();
    holds = ports.holds();
    ties = new Ties(nodes, ports.model());
    belongings = new Belongings(nodes, ports.permissions(), stakeholders.privateContacts(), ties);
    values = new Values(nodes, ports.model(), stakeholders, ties);
    audit = ports.audit();
    clock = ports.clock();
  }

  /**
   * An entry that was merged into another one.
   *
   * @param id of the emptied entry
   * @param name it has
   * @param by the account that merged it
   * @param at when
   * @param reason why
   * @param last whether nothing was merged into the same entry after it
   */
  public record Merged(
      NodeId id, String name, String by, Instant at, String reason, boolean last) {}

  /**
   * Merges one into another, within the transaction in progress.
   *
   * @param from goes; whoever answers for it gives it up
   * @param into stays, and keeps its owner
   * @throws NotFound when one of them is not there for the actor
   * @throws Invalid without a reason, for two of different kinds, or one and the same
   * @throws Denied when the actor does not answer for the one that goes
   * @throws org.chancery.core.repository.Held when one of them is under a hold
   * @throws Declared when there is a record at it
   * @throws WrongState when one of them is restricted
   */
  public void merge(Actor actor, NodeId from, NodeId into, MergeChoices choices, String reason) {
    requireReason(reason);
    Node seen = stakeholder(actor.caller(), from);
    if (from.equals(into) || !seen.type().equals(stakeholder(actor.caller(), into).type())) {
      throw new Invalid(Map.of("from", "must be another entry of the same kind"));
    }
    Caller elevated = actor.caller().elevated();
    hold(elevated, from, into);
    Node source = stakeholder(actor.caller(), from);
    Node target = stakeholder(actor.caller(), into);
    if (!Owners.answers(actor.caller(), source)) {
      throw new Denied(
          "'"
              + Title.of(source)
              + "' is given up by its owner, a supervisor or the representative of the owning"
              + " component, or an administrator: ask them, or merge the other way round.");
    }
    requireFree(actor.caller(), source, target);
    List<NodeId> members = members(from);
    Journal journal = new Journal();
    values.give(elevated, source, target, choices, journal);
    belongings.give(elevated, source, target, journal);
    ties.give(elevated, source, target, journal);
    put(actor, source, into, reason.strip(), journal);
    follow(elevated, target, List.of(into), members);
    audit.record(
        actor.did(Action.STAKEHOLDER_MERGE, into, Map.of("change", "merge", "from", from.value())));
  }

  private static void requireReason(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw new Invalid(Map.of("reason", "must have between 1 and " + LONGEST + " characters"));
    }
  }

  private Node stakeholder(Caller caller, NodeId id) {
    return Optional.ofNullable(id)
        .flatMap(each -> nodes.find(caller, each))
        .filter(node -> Set.of(Stk.PERSON, Stk.ORGANIZATION).contains(node.type()))
        .filter(node -> !isMerged(node))
        .orElseThrow(
            () -> id == null ? new Invalid(Map.of("from", "is missing")) : new NotFound(id));
  }

  /** In the order in which everybody holds them. */
  private void hold(Caller elevated, NodeId one, NodeId other) {
    Standing.inOrder(List.of(one, other)).forEach(each -> nodes.hold(elevated, each));
  }

  private void requireFree(Caller caller, Node... entries) {
    for (Node each : entries) {
      holds.requireFree(caller, each);
      if (ContactBlock.restricted(each)) {
        throw new WrongState(
            "'" + Title.of(each) + "' is restricted: nothing is merged before that is ended.");
      }
      if (each.aspects().contains(Rec.HOLDS_RECORDS)) {
        throw new Declared(
            "There is a declared record at '" + Title.of(each) + "': it stays where it is.");
      }
    }
  }

  /** Those whose standing names the organization. */
  private List<NodeId> members(NodeId organization) {
    return nodes.sources(SYSTEM, organization, Stk.AFFILIATED_WITH).stream()
        .flatMap(each -> each.parent().stream())
        .toList();
  }

  private void put(Actor actor, Node source, NodeId into, String reason, Journal journal) {
    Caller elevated = actor.caller().elevated();
    int order = direct(into).stream().mapToInt(Merges::order).max().orElse(0) + 1;
    nodes.update(
        elevated,
        source.id(),
        Optional.empty(),
        new Change(
            Map.of(
                Stk.MERGE_REASON, reason,
                Stk.MERGED_BY, actor.caller().user(),
                Stk.MERGED_AT, clock.instant(),
                Stk.MERGE_ORDER, order,
                Stk.MERGE_JOURNAL, journal.lines()),
            Set.of(),
            Set.of(Stk.MERGED)));
    nodes.associate(elevated, source.id(), Stk.MERGED_INTO, into);
    nodes.move(elevated, source.id(), Place.STAKEHOLDERS.below("Merged"), source.name());
  }

  private static int order(Node merged) {
    return (Integer) merged.properties().getOrDefault(Stk.MERGE_ORDER, 0);
  }

  private List<Node> direct(NodeId into) {
    return nodes.sources(SYSTEM, into, Stk.MERGED_INTO);
  }

  /** Brings in line what follows from where people belong and whom there was contact with. */
  private void follow(
      Caller elevated, Node entry, List<NodeId> entries, Collection<NodeId> members) {
    boolean person = entry.type().equals(Stk.PERSON);
    List<NodeId> all = new ArrayList<>(person ? entries : members);
    Standing.inOrder(all).forEach(each -> stakeholders.affiliations().follow(elevated, each));
    if (!person) {
      entries.forEach(stakeholders.organizations()::requireNoCircle);
      stakeholders.standing().again(elevated, entries);
    }
  }

  /**
   * Takes a merge back, within the transaction in progress. What came to the other entry since, and
   * what was changed there since, stays.
   *
   * @param id of the emptied entry
   * @return the entry it had been merged into
   * @throws NotFound when nothing of that id was merged
   * @throws Denied when the actor neither merged them nor answers for one of them
   * @throws WrongState when another merge has to be taken back before
   * @throws org.chancery.core.repository.Held when one of them is under a hold
   */
  public NodeId undo(Actor actor, NodeId id) {
    Node merged =
        nodes.find(SYSTEM, id).filter(Merges::isMerged).orElseThrow(() -> new NotFound(id));
    NodeId into = target(merged);
    Caller elevated = actor.caller().elevated();
    hold(elevated, id, into);
    Node source = nodes.get(SYSTEM, id);
    Node target = nodes.get(SYSTEM, into);
    requireUndoable(actor.caller(), source, target);
    requireFree(actor.caller(), source, target);
    List<Journal.Entry> journal = Journal.read(source.list(Stk.MERGE_JOURNAL));
    ties.takeBack(elevated, into, of(journal, Journal.Tie.class));
    for (int i = journal.size() - 1; i >= 0; i--) {
      belongings.takeBack(elevated, source, into, journal.get(i));
    }
    values.takeBack(elevated, source, target, journal);
    nodes.dissociate(elevated, id, Stk.MERGED_INTO, into);
    nodes.update(
        elevated,
        id,
        Optional.empty(),
        new Change(Map.of(), Set.of(), Set.of(), Set.of(Stk.MERGED)));
    values.file(elevated, nodes.get(SYSTEM, id));
    Optional<Node> contact = belongings.open(elevated, source);
    follow(elevated, source, List.of(id, into), members(id));
    if (source.type().equals(Stk.PERSON)) {
      stakeholders.people().readmit(actor, source, contact);
    }
    audit.record(
        actor.did(Action.STAKEHOLDER_MERGE, into, Map.of("change", "undo", "from", id.value())));
    return into;
  }

  private static <T> List<T> of(List<Journal.Entry> journal, Class<T> kind) {
    return journal.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private NodeId target(Node merged) {
    return nodes.targets(SYSTEM, merged.id(), Stk.MERGED_INTO).stream()
        .map(Node::id)
        .findFirst()
        .orElseThrow(() -> new NotFound(merged.id()));
  }

  private void requireUndoable(Caller caller, Node source, Node target) {
    boolean may =
        Owners.answers(caller, source)
            || Owners.answers(caller, target)
            || source.text(Stk.MERGED_BY).filter(caller.user()::equals).isPresent();
    if (!may) {
      throw new Denied(
          "A merge is taken back by whoever merged the two, an owner of either, a supervisor or the"
              + " representative of an owning component, or an administrator.");
    }
    if (isMerged(target)) {
      throw new WrongState(
          "'"
              + Title.of(target)
              + "' was itself merged into another entry since: take that back first.");
    }
    direct(target.id()).stream()
        .max(Comparator.comparingInt(Merges::order))
        .filter(last -> !last.id().equals(source.id()))
        .ifPresent(
            last -> {
              throw new WrongState(
                  "'"
                      + Title.of(last)
                      + "' was merged into the same entry later: take that back first.");
            });
  }

  /**
   * The entry in which one that was merged away is found now, however often it was merged on.
   *
   * @return nothing when no such entry was merged, or the one that is left is not there for the
   *     caller: both look alike
   */
  public Optional<Node> left(Caller caller, NodeId merged) {
    Optional<Node> at = nodes.find(SYSTEM, merged).filter(Merges::isMerged);
    while (at.filter(Merges::isMerged).isPresent()) {
      at = nodes.targets(SYSTEM, at.get().id(), Stk.MERGED_INTO).stream().findFirst();
    }
    return at.flatMap(node -> nodes.find(caller, node.id()));
  }

  private static boolean isMerged(Node node) {
    return node.aspects().contains(Stk.MERGED);
  }

  /** What was merged into an entry, the last first. */
  public List<Merged> into(NodeId entry) {
    List<Node> found = new ArrayList<>(direct(entry));
    found.sort(Comparator.comparingInt(Merges::order).reversed());
    Optional<NodeId> last = found.stream().map(Node::id).findFirst();
    return found.stream()
        .map(
            node ->
                new Merged(
                    node.id(),
                    Title.of(node),
                    node.text(Stk.MERGED_BY).orElse(""),
                    node.instant(Stk.MERGED_AT).orElse(node.modifiedAt()),
                    node.text(Stk.MERGE_REASON).orElse(""),
                    last.filter(node.id()::equals).isPresent()))
        .toList();
  }

  /** Whether the caller may take back what was merged into an entry they may see. */
  public boolean mayUndo(Caller caller, Merged merged, Node into) {
    return merged.by().equals(caller.user())
        || Owners.answers(caller, into)
        || nodes.find(SYSTEM, merged.id()).filter(each -> Owners.answers(caller, each)).isPresent();
  }
}
