package org.chancery.core.doubles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.background.OwnThread;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Transactions;
import org.chancery.core.stakeholders.Owners;
import org.chancery.core.stakeholders.Standing;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Entries that may be of one person or organization, the likeliest first. They are looked for in
 * the background, after each start and twice a day, or when somebody asks; what was found is kept
 * in memory alone, and each pair is shown only to those who may see what it was found by, as it is
 * when they ask.
 */
public final class Worklist implements AutoCloseable {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofHours(12);
  private static final int PAGE = 500;

  /** So many are held in memory at once; beyond, those of one letter are compared. */
  private static final int MOST = 200_000;

  private final Nodes nodes;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final Clock clock;
  private final OwnThread thread = new OwnThread("doubles");
  private final AtomicReference<Found> found =
      new AtomicReference<>(new Found(Map.of(), Optional.empty()));
  private volatile boolean asked;
  private volatile boolean searching;

  private record Found(Map<QName, List<LikePair>> pairs, Optional<Instant> at) {}

  Worklist(Doubles.Ports ports) {
    nodes = ports.nodes();
    transactions = ports.transactions();
    audit = ports.audit();
    clock = ports.clock();
  }

  /**
   * Two entries as they are now.
   *
   * @param pair why they may be one
   * @param one the one
   * @param other the other
   */
  public record Shown(LikePair pair, Node one, Node other) {}

  /**
   * Some of the pairs.
   *
   * @param items the likeliest first
   * @param next where the next page begins; empty when this is the last
   * @param at when they were looked for; empty before the first time
   * @param searching whether they are being looked for
   */
  public record Listed(
      List<Shown> items, Optional<Integer> next, Optional<Instant> at, boolean searching) {}

  /**
   * Those the caller may be told of.
   *
   * @param type people or organizations
   * @param from where the page before ended
   */
  public Listed list(Caller caller, QName type, int from, int limit) {
    Found now = found.get();
    List<LikePair> pairs = now.pairs().getOrDefault(type, List.of());
    List<Shown> items = new ArrayList<>();
    int at = from;
    while (at < pairs.size() && items.size() < limit) {
      show(caller, pairs.get(at)).ifPresent(items::add);
      at++;
    }
    Optional<Integer> next = at < pairs.size() ? Optional.of(at) : Optional.empty();
    return new Listed(items, next, now.at(), searching || asked);
  }

  private Optional<Shown> show(Caller caller, LikePair pair) {
    List<Node> both = nodes.findAll(caller, List.of(pair.one(), pair.other()));
    boolean told =
        both.size() == 2
            && both.stream().noneMatch(each -> each.aspects().contains(Stk.MERGED))
            && nodes.findAll(caller, pair.needed()).size() == pair.needed().size()
            && !areApart(both.get(0), both.get(1));
    return told ? Optional.of(new Shown(pair, both.get(0), both.get(1))) : Optional.empty();
  }

  /** Whether somebody said that two are different. */
  public boolean areApart(Node one, Node other) {
    return leads(one, other.id()) || leads(other, one.id());
  }

  private boolean leads(Node one, NodeId other) {
    return one.aspects().contains(Stk.APART)
        && nodes.targets(SYSTEM, one.id(), Stk.NOT_DOUBLE_OF).stream()
            .anyMatch(each -> each.id().equals(other));
  }

  /**
   * Remembers that two are not the same, or forgets that, within the transaction in progress.
   *
   * @throws NotFound when one of them is not there for the actor
   * @throws Invalid for two of different kinds, or one and the same
   * @throws Denied when the actor answers for neither
   */
  public void tellApart(Actor actor, NodeId one, NodeId other, boolean different) {
    Node first = entry(actor.caller(), one);
    Node second = entry(actor.caller(), other);
    if (one.equals(other) || !first.type().equals(second.type())) {
      throw new Invalid(Map.of("other", "must be another entry of the same kind"));
    }
    if (!Owners.answers(actor.caller(), first) && !Owners.answers(actor.caller(), second)) {
      throw new Denied(
          "That two entries are different is said by the owner of one of them, a supervisor or the"
              + " representative of an owning component, or an administrator.");
    }
    Caller elevated = actor.caller().elevated();
    Standing.inOrder(List.of(one, other)).forEach(each -> nodes.hold(elevated, each));
    nodes.dissociate(elevated, other, Stk.NOT_DOUBLE_OF, one);
    if (different) {
      nodes.update(
          elevated, one, Optional.empty(), new Change(Map.of(), Set.of(), Set.of(Stk.APART)));
      nodes.associate(elevated, one, Stk.NOT_DOUBLE_OF, other);
    } else {
      nodes.dissociate(elevated, one, Stk.NOT_DOUBLE_OF, other);
    }
    audit.record(
        actor.did(
            Action.STAKEHOLDER_MERGE,
            one,
            Map.of("change", different ? "told apart" : "in question", "other", other.value())));
  }

  private Node entry(Caller caller, NodeId id) {
    return Optional.ofNullable(id)
        .flatMap(each -> nodes.find(caller, each))
        .filter(node -> Set.of(Stk.PERSON, Stk.ORGANIZATION).contains(node.type()))
        .orElseThrow(
            () -> id == null ? new Invalid(Map.of("other", "is missing")) : new NotFound(id));
  }

  /**
   * Two entries, with why they may be one as far as the caller may be told; nothing speaks for it
   * when they were not found by it.
   *
   * @throws NotFound when one of them is not there for the caller
   * @throws Invalid for two of different kinds, or one and the same
   */
  public Shown of(Caller caller, NodeId one, NodeId other) {
    Node first = entry(caller, one);
    Node second = entry(caller, other);
    if (one.equals(other) || !first.type().equals(second.type())) {
      throw new Invalid(Map.of("other", "must be another entry of the same kind"));
    }
    return found.get().pairs().getOrDefault(first.type(), List.of()).stream()
        .filter(each -> each.isOf(one, other))
        .findFirst()
        .flatMap(each -> show(caller, each))
        .map(shown -> new Shown(shown.pair(), first, second))
        .orElse(new Shown(new LikePair(one, other, 0, false, List.of(), List.of()), first, second));
  }

  /** Has them looked for as soon as may be. */
  public void ask() {
    asked = true;
  }

  /** Begins to look for them. */
  public void start() {
    Instant started = clock.instant();
    thread.every(POLL, POLL, "Looking for doubles failed", () -> lookWhenDue(started));
  }

  private void lookWhenDue(Instant started) {
    Instant due = found.get().at().map(at -> at.plus(AGAIN)).orElse(started.plus(FIRST));
    if (asked || clock.instant().isAfter(due)) {
      asked = false;
      look();
    }
  }

  /** Looks for them now, on the calling thread; not to be called within a transaction. */
  public void look() {
    searching = true;
    try {
      Map<QName, List<LikePair>> pairs = new HashMap<>();
      pairs.put(Stk.PERSON, people());
      pairs.put(Stk.ORGANIZATION, organizations());
      pairs.values().forEach(each -> each.sort(order()));
      found.set(new Found(pairs, Optional.of(clock.instant())));
    } finally {
      searching = false;
    }
  }

  private static Comparator<LikePair> order() {
    return Comparator.comparingDouble(LikePair::score)
        .reversed()
        .thenComparing(each -> each.one().value())
        .thenComparing(each -> each.other().value());
  }

  private List<LikePair> people() {
    List<LikePair> pairs = new ArrayList<>();
    List<LikePeople> batch = new ArrayList<>(List.of(new LikePeople()));
    each(
        "People",
        Stk.PERSON,
        page -> add(batch.get(0), page),
        () -> {
          if (batch.get(0).size() > MOST) {
            pairs.addAll(batch.set(0, new LikePeople()).pairs());
          }
        });
    pairs.addAll(batch.get(0).pairs());
    return pairs;
  }

  private void add(LikePeople people, List<Node> page) {
    Map<NodeId, List<Node>> contacts = new HashMap<>();
    nodes
        .childrenOfAll(SYSTEM, page.stream().map(Node::id).toList(), Stk.PRIVATE_CONTACT)
        .forEach(
            each ->
                contacts
                    .computeIfAbsent(each.parent().orElseThrow(), id -> new ArrayList<>())
                    .add(each));
    page.forEach(each -> people.add(each, contacts.getOrDefault(each.id(), List.of())));
  }

  private List<LikePair> organizations() {
    LikeOrganizations all = new LikeOrganizations();
    each("Organizations", Stk.ORGANIZATION, page -> page.forEach(all::add), () -> {});
    return new ArrayList<>(all.pairs());
  }

  /** Page by page, each in a transaction of its own; told when those of a letter are over. */
  private void each(String folder, QName type, Consumer<List<Node>> page, Runnable letterOver) {
    for (NodeId drawer : transactions.read(() -> drawers(Place.STAKEHOLDERS.below(folder)))) {
      Optional<String> cursor = Optional.empty();
      do {
        Optional<String> from = cursor;
        cursor =
            transactions.read(
                () -> {
                  Page<Node> read = nodes.children(SYSTEM, drawer, from, PAGE);
                  page.accept(
                      read.items().stream().filter(node -> node.type().equals(type)).toList());
                  return read.cursor();
                });
      } while (cursor.isPresent() && !thread.ending());
      letterOver.run();
    }
  }

  private List<NodeId> drawers(NodeId folder) {
    return nodes.children(SYSTEM, folder, Optional.empty(), PAGE).items().stream()
        .map(Node::id)
        .toList();
  }

  @Override
  public void close() {
    thread.close();
  }
}
