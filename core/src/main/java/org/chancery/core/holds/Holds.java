package org.chancery.core.holds;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.OtherKeeper;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places holds and releases them, and says which are in force (requirement R5). */
public final class Holds {
  private static final Set<QName> STAKEHOLDERS =
      Set.of(Stk.PERSON, Stk.ORGANIZATION, Stk.EVENT, Stk.INTERACTION);

  private static final Caller SYSTEM = Caller.ofSystem();
  private static final List<String> KINDS = List.of("litigation", "foia", "audit");
  private static final Logger LOG = LoggerFactory.getLogger(Holds.class);
  private static final int LONGEST = 4000;
  private static final int MOST_AT_ONCE = 1000;
  private static final int PAGE = 100;

  private final Nodes nodes;
  private final Transactions transactions;
  private final Searcher searcher;
  private final Consumer<NodeId> again;
  private final Watch watch;
  private final OtherKeeper others;
  private final NodeId folder;
  private final NodeId library;
  private final AuditTrail audit;
  private final Clock clock;

  /** Told of what comes under a hold and is free again, within the transaction in progress. */
  public interface Watch {
    /**
     * A hold is on it, or on something in it; or none any more.
     *
     * @param id what is held, or a folder above that
     */
    void held(NodeId id, boolean held);
  }

  /**
   * On these ports.
   *
   * @param nodes the host's own tree, not a guarded one: a record is held, too
   * @param again told of a hold with a search, which is to be made again each day
   * @param watch told of what is held
   * @param others who may keep some of what is searched for
   * @param folder where holds are kept
   * @param library of what belongs to no case
   */
  public Holds(
      Nodes nodes,
      Transactions transactions,
      Searcher searcher,
      Consumer<NodeId> again,
      Watch watch,
      OtherKeeper others,
      NodeId folder,
      NodeId library,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.transactions = transactions;
    this.searcher = searcher;
    this.again = again;
    this.watch = watch;
    this.others = others;
    this.folder = folder;
    this.library = library;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Places a hold, on nothing yet, within the transaction in progress.
   *
   * @throws Invalid without a kind or a reason
   */
  public Hold place(Actor actor, String kind, String reason) {
    if (!KINDS.contains(kind == null ? "" : kind)) {
      throw new Invalid(Map.of("kind", "must be one of " + String.join(", ", KINDS)));
    }
    requireReason(reason);
    NodeId id = NodeId.random();
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.HOLD_KIND, kind);
    values.put(Rec.HOLD_REASON, reason.strip());
    values.put(Rec.PLACED_BY, actor.caller().user());
    values.put(Rec.PLACED_AT, now());
    Node made =
        nodes.create(
            actor.caller().elevated(),
            new NewNode(id, folder, Rec.HOLD, "Hold " + id.value(), Set.of(), values));
    audit.record(actor.did(Action.HOLD, id, Map.of("change", "placed", "kind", kind)));
    return Hold.of(made);
  }

  /** The holds, the newest first. Whoever asks must be allowed to know of them. */
  public List<Hold> all(boolean inForce) {
    List<Hold> found = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(SYSTEM, folder, cursor, 1000);
      page.items().stream()
          .filter(node -> node.type().equals(Rec.HOLD))
          .map(Hold::of)
          .filter(hold -> !inForce || hold.inForce())
          .forEach(found::add);
      cursor = page.cursor();
    } while (cursor.isPresent());
    found.sort((one, other) -> other.placedAt().compareTo(one.placedAt()));
    return found;
  }

  /**
   * A hold.
   *
   * @throws NotFound when there is none of that id
   */
  public Hold get(NodeId id) {
    return nodes
        .find(SYSTEM, id)
        .filter(node -> node.type().equals(Rec.HOLD))
        .map(Hold::of)
        .orElseThrow(() -> new NotFound(id));
  }

  /** What a hold is on itself. */
  public List<Node> items(NodeId id) {
    return nodes.targets(SYSTEM, id, Rec.HOLDS);
  }

  /** The holds in force on a node or on anything above it. */
  public List<Hold> of(NodeId id) {
    Set<String> ids = new LinkedHashSet<>();
    nodes.find(SYSTEM, id).ifPresent(node -> ids.addAll(node.<String>list(Rec.HELD_BY)));
    nodes.ancestors(SYSTEM, id).forEach(above -> ids.addAll(above.<String>list(Rec.HELD_BY)));
    return nodes.findAll(SYSTEM, ids.stream().map(NodeId::of).toList()).stream()
        .map(Hold::of)
        .toList();
  }

  /**
   * Puts items under a hold, within the transaction in progress: all or none.
   *
   * @return how many were not under it before
   * @throws NotFound when the hold, or one of them, is not there for the actor
   * @throws Invalid for none at all, or too many at once
   * @throws WrongState when the hold was released, or one is nothing that is held
   */
  public int add(Actor actor, NodeId id, List<NodeId> targets) {
    if (targets == null || targets.isEmpty() || targets.size() > MOST_AT_ONCE) {
      throw new Invalid(Map.of("nodes", "must name between 1 and " + MOST_AT_ONCE + " items"));
    }
    Hold hold = inForce(actor, id);
    int added = 0;
    for (NodeId target : targets.stream().distinct().toList()) {
      Node node = nodes.get(actor.caller(), target);
      if (!holdable(node)) {
        throw new WrongState(
            "'"
                + node.name()
                + "' is neither a case folder, nor a case file, nor a document, nor a folder of the"
                + " library, nor a stakeholder, an event or an interaction.");
      }
      added += put(actor, hold, node.id()) ? 1 : 0;
    }
    return added;
  }

  /**
   * Puts what matches a search under a hold, and from then on what comes to match. Not to be called
   * within a transaction. Everything that matches is held, whoever may see it, but for what others
   * keep.
   *
   * @return how many items were not under it before
   * @throws NotFound when the hold is not there
   * @throws Invalid for an empty search
   * @throws WrongState when the hold was released, or is for another search
   */
  public int search(Actor actor, NodeId id, String query) {
    if (query == null || query.isBlank() || query.length() > LONGEST) {
      throw new Invalid(Map.of("query", "must have between 1 and " + LONGEST + " characters"));
    }
    Hold hold =
        transactions.write(
            () -> {
              Hold found = inForce(actor, id);
              if (found.query().filter(before -> !before.equals(query.strip())).isPresent()) {
                throw new WrongState("It is for another search; place a hold for this one.");
              }
              nodes.update(
                  actor.caller().elevated(),
                  id,
                  Optional.empty(),
                  Change.of(Map.of(Rec.HOLD_QUERY, query.strip())));
              again.accept(id);
              return Hold.of(nodes.get(SYSTEM, id));
            });
    return match(actor, hold);
  }

  /**
   * Puts under a hold what has come to match its search. Not to be called within a transaction;
   * doing it again is the same as once.
   *
   * @return how many items were not under it before; 0 when it was released or has no search
   */
  public int match(NodeId id) {
    Optional<Hold> hold =
        transactions.read(() -> nodes.find(SYSTEM, id)).map(Hold::of).filter(Hold::inForce);
    return hold.map(each -> match(Actor.ofSystem(), each)).orElse(0);
  }

  private int match(Actor actor, Hold hold) {
    if (hold.query().isEmpty()) {
      return 0;
    }
    // Read to the end first: what is put under the hold is changed, and might change the pages.
    Set<NodeId> found = new LinkedHashSet<>();
    Optional<String> cursor = Optional.empty();
    do {
      SearchResult page = searcher.search(query(hold.query().get(), cursor), SYSTEM);
      if (page.approximate()) {
        break;
      }
      page.hits().forEach(hit -> found.add(hit.id()));
      cursor = page.cursor();
    } while (cursor.isPresent());
    List<NodeId> all = List.copyOf(found);
    int added = 0;
    for (int from = 0; from < all.size(); from += PAGE) {
      List<NodeId> part = all.subList(from, Math.min(all.size(), from + PAGE));
      // Most are under it since the day before: those are read, and no more.
      List<NodeId> fresh = transactions.read(() -> fresh(hold, part));
      if (!fresh.isEmpty()) {
        added +=
            transactions.write(
                () -> {
                  Hold now = inForce(actor, hold.id());
                  return (int)
                      nodes.findAll(SYSTEM, fresh).stream()
                          .filter(target -> put(actor, now, target.id()))
                          .count();
                });
      }
    }
    return added;
  }

  /** What is to come under the hold since these match its search. */
  private List<NodeId> fresh(Hold hold, List<NodeId> hits) {
    List<NodeId> targets =
        nodes.findAll(SYSTEM, hits).stream()
            .filter(node -> !under(hold, node))
            .flatMap(node -> target(node).stream())
            .distinct()
            .toList();
    return nodes.findAll(SYSTEM, targets).stream()
        .filter(node -> !under(hold, node))
        .map(Node::id)
        .filter(target -> !theirs(target))
        .toList();
  }

  private static boolean under(Hold hold, Node node) {
    return node.<String>list(Rec.HELD_BY).contains(hold.id().value());
  }

  /** What others keep stays by their rules; it does not keep the rest from being held. */
  private boolean theirs(NodeId target) {
    Optional<OtherKeeper.Kept> kept = others.of(target).filter(each -> each.how().itself());
    kept.ifPresent(each -> LOG.info("No hold is put on {}: {}", target, each.why()));
    return kept.isPresent();
  }

  private static SearchQuery query(String text, Optional<String> cursor) {
    return new SearchQuery(
        text,
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "title",
        cursor,
        200);
  }

  /** What is held when this matches: itself, or the case file or stakeholder it is part of. */
  private Optional<NodeId> target(Node hit) {
    if (holdable(hit)) {
      return Optional.of(hit.id());
    }
    return nodes.ancestors(SYSTEM, hit.id()).stream()
        .filter(above -> above.type().equals(Cor.CASE_FILE) || STAKEHOLDERS.contains(above.type()))
        .map(Node::id)
        .findFirst();
  }

  private boolean holdable(Node node) {
    boolean shelf =
        node.type().equals(Cm.FOLDER)
            && nodes.ancestors(SYSTEM, node.id()).stream()
                .anyMatch(above -> above.id().equals(library));
    return shelf
        || node.type().equals(Cor.CASE_FOLDER)
        || node.type().equals(Cor.CASE_FILE)
        || STAKEHOLDERS.contains(node.type())
        || node.contents().containsKey(Cm.CONTENT);
  }

  private Hold inForce(Actor actor, NodeId id) {
    get(id);
    Hold hold = Hold.of(nodes.hold(actor.caller().elevated(), id));
    if (!hold.inForce()) {
      throw new WrongState("This hold was released; place another one.");
    }
    return hold;
  }

  private boolean put(Actor actor, Hold hold, NodeId target) {
    Caller elevated = actor.caller().elevated();
    // All of it is held fast, so that what is being deleted in it at this moment is gone, or stays.
    Node node = nodes.holdAll(elevated, target).get(0);
    List<String> holds = new ArrayList<>(node.<String>list(Rec.HELD_BY));
    if (holds.contains(hold.id().value())) {
      return false;
    }
    if (holds.isEmpty()) {
      count(elevated, target, 1);
    }
    holds.add(hold.id().value());
    nodes.update(
        elevated,
        target,
        Optional.empty(),
        new Change(Map.of(Rec.HELD_BY, holds), Set.of(), Set.of(Rec.HELD)));
    watch.held(target, true);
    nodes.associate(elevated, hold.id(), Rec.HOLDS, target);
    audit.record(
        actor.did(Action.HOLD, target, Map.of("hold", hold.id().value(), "kind", hold.kind())));
    return true;
  }

  /** Each folder above knows how much of what it holds is under a hold; the root never goes. */
  private void count(Caller elevated, NodeId target, int by) {
    for (Node above : nodes.ancestors(SYSTEM, target)) {
      if (above.parent().isEmpty()) {
        continue;
      }
      Node held = nodes.hold(elevated, above.id());
      int now = (Integer) held.properties().getOrDefault(Rec.HELD_BELOW, 0) + by;
      Change change =
          now > 0
              ? new Change(Map.of(Rec.HELD_BELOW, now), Set.of(), Set.of(Rec.HOLDS_HELD))
              : new Change(Map.of(), Set.of(), Set.of(), Set.of(Rec.HOLDS_HELD));
      nodes.update(elevated, above.id(), Optional.empty(), change);
      watch.held(above.id(), now > 0 || held.aspects().contains(Rec.HELD));
    }
  }

  /**
   * Releases items from a hold, or all of it, within the transaction in progress. What another hold
   * is on stays held.
   *
   * @param targets which; empty for the whole hold, which ends with that
   * @param reason why; kept with the hold when it ends
   * @return how many items were released
   * @throws NotFound when the hold is not there, or one of them is not under it
   * @throws Invalid without a reason
   * @throws WrongState when it was released before, or items of a search's are to be released one
   *     by one
   */
  public int release(Actor actor, NodeId id, Optional<List<NodeId>> targets, String reason) {
    requireReason(reason);
    Hold hold = inForce(actor, id);
    if (targets.isPresent() && hold.query().isPresent()) {
      throw new WrongState(
          "What matches the search of a hold is released with the whole hold, not one by one.");
    }
    Caller elevated = actor.caller().elevated();
    List<NodeId> there = items(id).stream().map(Node::id).toList();
    List<NodeId> free = targets.orElse(there).stream().distinct().toList();
    for (NodeId target : free) {
      if (!there.contains(target)) {
        throw new NotFound(target);
      }
      free(actor, hold, target);
    }
    if (targets.isEmpty()) {
      Map<QName, Object> values = new HashMap<>();
      values.put(Rec.RELEASED_BY, actor.caller().user());
      values.put(Rec.RELEASED_AT, now());
      values.put(Rec.RELEASE_REASON, reason.strip());
      nodes.update(elevated, id, Optional.empty(), Change.of(values));
    }
    audit.record(
        actor.did(
            Action.RELEASE,
            id,
            Map.of(
                "change",
                targets.isEmpty() ? "ended" : "items",
                "items",
                String.valueOf(free.size()))));
    return free.size();
  }

  private void free(Actor actor, Hold hold, NodeId target) {
    Caller elevated = actor.caller().elevated();
    Node node = nodes.hold(elevated, target);
    List<String> left =
        node.<String>list(Rec.HELD_BY).stream()
            .filter(each -> !each.equals(hold.id().value()))
            .toList();
    nodes.dissociate(elevated, hold.id(), Rec.HOLDS, target);
    Change change =
        left.isEmpty()
            ? new Change(Map.of(), Set.of(), Set.of(), Set.of(Rec.HELD))
            : Change.of(Map.of(Rec.HELD_BY, left));
    nodes.update(elevated, target, Optional.empty(), change);
    watch.held(target, !left.isEmpty() || node.aspects().contains(Rec.HOLDS_HELD));
    if (left.isEmpty()) {
      count(elevated, target, -1);
    }
    audit.record(actor.did(Action.RELEASE, target, Map.of("hold", hold.id().value())));
  }

  private static void requireReason(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw new Invalid(Map.of("reason", "must have between 1 and " + LONGEST + " characters"));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
