package org.chancery.core.erasure;

import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Held;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.search.Searcher;
import org.chancery.core.stakeholders.Owners;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Erases people who asked for it, and proves it (requirement S11). */
public final class Erasures implements AutoCloseable {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Stakeholders stakeholders;
  private final HoldRule holds;
  private final WorkQueue queue;
  private final AuditTrail audit;
  private final Checkpoint checkpoint;
  private final Clock clock;
  private final Marks marks;
  private final Mentions mentions;
  private final Letters letters;
  private final Removing removing;
  private final ErasureBook book;
  private final Proof proof;
  private final Proving proving;
  private final Reentries reentries;
  private final List<Keeper> keepers = new CopyOnWriteArrayList<>();

  /**
   * What it works on.
   *
   * @param nodes the tree
   * @param contents the streams
   * @param permissions who may do what
   * @param transactions the host's
   * @param queue durable work
   * @param searcher finds what there is
   * @param accounts who people are
   * @param stakeholders people and organizations
   * @param holds what may not go
   * @param destruction takes things out of the world
   * @param notices tells people with accounts
   * @param key the host's keyed hash, of a secret outside of its database
   * @param audit the ledger
   * @param checkpoint told {@code erasure-marks}, {@code -mentions}, {@code -remove}, {@code
   *     -order}, {@code -erase}, {@code -proof} and {@code -end}
   * @param office where days begin
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Contents contents,
      Permissions permissions,
      Transactions transactions,
      WorkQueue queue,
      Searcher searcher,
      Accounts accounts,
      Stakeholders stakeholders,
      HoldRule holds,
      Destruction destruction,
      Notices notices,
      KeyedHash key,
      AuditTrail audit,
      Checkpoint checkpoint,
      ZoneId office,
      Clock clock) {}

  /** A host's keyed hash. */
  @FunctionalInterface
  public interface KeyedHash {
    /** 32 bytes, the same for the same text, which nobody makes without the host's secret. */
    byte[] of(byte[] text);
  }

  /** Wires it; nothing runs before {@link #start}, but nobody erased is entered from here on. */
  public Erasures(Ports ports) {
    nodes = ports.nodes();
    stakeholders = ports.stakeholders();
    holds = ports.holds();
    queue = ports.queue();
    audit = ports.audit();
    checkpoint = ports.checkpoint();
    clock = ports.clock();
    marks = new Marks(nodes, stakeholders.drawers(), ports.key()::of);
    mentions = new Mentions(nodes, ports.contents(), ports.permissions(), ports.searcher());
    letters = new Letters(nodes, ports.contents(), mentions);
    removing = new Removing(nodes, holds, ports.destruction(), stakeholders.standing(), mentions);
    book = new ErasureBook(nodes, stakeholders.drawers());
    proof = new Proof(nodes, ports.contents(), ports.accounts()::label, ports.office());
    proving =
        new Proving(
            ports.transactions(),
            queue,
            ports.destruction(),
            book,
            proof,
            audit,
            checkpoint,
            clock);
    reentries =
        new Reentries(
            nodes,
            stakeholders.drawers(),
            marks,
            book,
            ports.accounts(),
            ports.notices(),
            audit,
            clock);
    stakeholders.people().admittedBy(reentries);
  }

  /** Has a keeper of copies asked with each erasure. */
  public void also(Keeper keeper) {
    keepers.add(keeper);
  }

  /** Begins to carry erasures to their end. */
  public void start() {
    proving.start();
  }

  @Override
  public void close() {
    proving.close();
  }

  /** Carries on now with what there is, on the calling thread; not within a transaction. */
  public void once() {
    proving.once();
  }

  /** Those who were erased and are to be entered again. */
  public Reentries reentries() {
    return reentries;
  }

  private Wording wording(Node person) {
    return Wording.of(described(person));
  }

  /** All that describes the person: the entry, what was merged into it, and what keepers know. */
  private List<Described> described(Node person) {
    List<Node> entries = new ArrayList<>(List.of(person));
    entries.addAll(stakeholders.standing().merged(person.id()));
    List<Described> all = new ArrayList<>();
    for (Node entry : entries) {
      all.add(Described.of(entry));
      nodes
          .childrenOfAll(SYSTEM, List.of(entry.id()), Stk.PRIVATE_CONTACT)
          .forEach(contact -> all.add(Described.of(entry, contact)));
    }
    keepers.forEach(keeper -> all.addAll(keeper.known(person.id())));
    return all;
  }

  private Optional<Node> contact(Node person) {
    return stakeholders.privateContacts().of(SYSTEM, person.id());
  }

  /**
   * What erasing a person would do; not to be called within a transaction.
   *
   * @throws NotFound when they are not there for the caller
   */
  public Preview preview(Caller caller, NodeId id) {
    Node person = stakeholders.people().get(caller, id);
    Wording wording = wording(person);
    boolean may = Owners.answers(caller, person);
    Optional<String> held = held(caller, person);
    List<Mention> shown = may ? mentions.of(caller, person, wording).shown() : List.of();
    List<Letters.Stay> stays = may ? letters.seen(caller, letters.of(wording)) : List.of();
    return new Preview(person, may, held, goes(caller, person), shown, stays);
  }

  private Optional<String> held(Caller caller, Node person) {
    List<Node> all = new ArrayList<>(List.of(person));
    all.addAll(nodes.sources(SYSTEM, person.id(), Stk.WITH_PERSON));
    for (Node node : all) {
      try {
        holds.requireFree(caller, node);
      } catch (Held | Denied e) {
        return Optional.of(e.getMessage());
      }
    }
    return Optional.empty();
  }

  private Map<String, Integer> goes(Caller caller, Node person) {
    Map<String, Integer> goes = new LinkedHashMap<>();
    put(
        goes,
        "privateContact",
        contact(person).filter(n -> readable(caller, n)).isPresent() ? 1 : 0);
    put(goes, "notes", below(person, Stk.NOTE));
    put(goes, "affiliations", below(person, Stk.AFFILIATION));
    put(goes, "relations", stakeholders.relations().of(person.id()).size());
    put(goes, "documents", below(person, Cor.DOCUMENT) + below(person, Cm.CONTENT));
    put(goes, "interactions", nodes.sources(SYSTEM, person.id(), Stk.WITH_PERSON).size());
    put(goes, "events", nodes.sources(SYSTEM, person.id(), Stk.ATTENDEE).size());
    return goes;
  }

  private boolean readable(Caller caller, Node node) {
    return nodes.find(caller, node.id()).isPresent();
  }

  private int below(Node person, QName type) {
    return nodes.childrenOfAll(SYSTEM, List.of(person.id()), type).size();
  }

  private static void put(Map<String, Integer> goes, String what, int count) {
    if (count > 0) {
      goes.put(what, count);
    }
  }

  /**
   * All that is found of a person before they are erased, since no transaction may wait for it.
   *
   * @param person the entry as it was found
   */
  public record Found(Node person, Mentions.Found mentions, List<Letters.Stay> stays) {}

  /**
   * Finds it; not to be called within a transaction.
   *
   * @throws NotFound when they are not there for the caller
   * @throws Denied when the caller does not answer for the entry
   */
  public Found find(Caller caller, NodeId id) {
    Node person = stakeholders.people().get(caller, id);
    if (!Owners.answers(caller, person)) {
      throw new Denied(
          "A person is erased by the owner of the entry, a supervisor or the representative of the"
              + " owning component, or an administrator.");
    }
    Wording wording = wording(person);
    return new Found(person, mentions.of(caller, person, wording), letters.of(wording));
  }

  /**
   * Takes the person out, within the transaction in progress, and has erased what that leaves.
   *
   * @param found by the same caller, a moment ago
   * @throws Held when something of it is under a hold, and the actor may know of that
   * @throws Denied when they may not, or do not answer for the entry
   * @throws WrongState when something names the person that the order says nothing of
   * @throws Invalid for a decision that is not possible
   */
  public Erasure order(Actor actor, Found found, Order order) {
    Caller caller = actor.caller();
    Caller elevated = caller.elevated();
    stakeholders.people().get(caller, found.person().id());
    Node person = nodes.hold(elevated, found.person().id());
    if (!Owners.answers(caller, person)) {
      throw new Denied("The entry has another owner now.");
    }
    holds.requireFree(caller, person);
    Map<NodeId, Mention.Choice> decisions = decisions(found, order);
    NodeId id = NodeId.random();
    checkpoint.reached("erasure-marks");
    nodes.holdAll(elevated, person.id());
    List<Described> described = described(person);
    Wording wording = Wording.of(described);
    marks.keep(elevated, id, marks(described));
    checkpoint.reached("erasure-mentions");
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Keeper keeper : keepers) {
      put(counts, keeper.what(), keeper.forget(elevated, person.id(), wording));
    }
    checkpoint.reached("erasure-remove");
    counts.putAll(removing.remove(caller, person, wording, decisions));
    book.create(elevated, id, values(actor, found, order, person, wording, counts));
    queue.add(Proving.QUEUE, id.value());
    audit.record(
        actor.did(
            Action.PERSON_ERASE, person.id(), Map.of("step", "taken out", "erasure", id.value())));
    checkpoint.reached("erasure-order");
    return book.find(id).orElseThrow();
  }

  private Set<Mark> marks(List<Described> described) {
    Set<Mark> all = new LinkedHashSet<>();
    described.forEach(each -> all.addAll(marks.of(each)));
    return all;
  }

  /** What was found later than the order was written has to be looked at, too. */
  private static Map<NodeId, Mention.Choice> decisions(Found found, Order order) {
    Map<NodeId, Mention.Choice> decisions = new HashMap<>();
    for (Mention mention : found.mentions().shown()) {
      Mention.Choice choice = order.decisions().get(mention.node());
      if (choice == null) {
        throw new WrongState(
            "Something that names the person was not decided on. Look at what there is again.");
      }
      if (!mention.choices().contains(choice)) {
        throw new Invalid(Map.of("mentions", "cannot be decided so: " + mention.node()));
      }
      decisions.put(mention.node(), choice);
    }
    found
        .mentions()
        .hidden()
        .forEach(node -> decisions.put(node.id(), Mentions.Found.unasked(node)));
    return decisions;
  }

  private Map<QName, Object> values(
      Actor actor,
      Found found,
      Order order,
      Node person,
      Wording wording,
      Map<String, Integer> counts) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Stk.ERASED_ENTRY, person.id().value());
    values.put(Stk.ERASURE_STATE, Erasure.State.ERASING.code());
    values.put(Stk.ERASURE_BY, actor.caller().user());
    person.text(Stk.OWNER_COMPONENT).ifPresent(code -> values.put(Stk.ERASURE_COMPONENT, code));
    values.put(Stk.ERASURE_VIA, order.via());
    order.askedOn().ifPresent(day -> values.put(Stk.ERASURE_ASKED_ON, day));
    values.put(Stk.ERASURE_REASON, wording.without(order.reason().strip(), true));
    values.put(Stk.ERASURE_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    List<String> counted = new ArrayList<>();
    counts.forEach((what, count) -> counted.add(what + "=" + count));
    lines(values, Stk.ERASURE_COUNTS, counted);
    List<Letters.Stay> stays = stays(actor.caller(), found, order);
    lines(values, Stk.ERASURE_STAYS, written(stays));
    lines(values, Stk.ERASURE_SEEN, written(letters.seen(actor.caller(), stays)));
    return values;
  }

  /**
   * Every letter, without those in question of which whoever orders it says that they mean somebody
   * else, and the documents outside of case files that stay.
   */
  private List<Letters.Stay> stays(Caller caller, Found found, Order order) {
    Set<Letters.Stay> seen = new HashSet<>(letters.seen(caller, found.stays()));
    List<Letters.Stay> stays = new ArrayList<>();
    for (Letters.Stay each : found.stays()) {
      boolean another =
          each.why() == Letters.Why.IN_QUESTION
              && seen.contains(each)
              && each.ids().stream().anyMatch(order.others()::contains);
      if (!another) {
        stays.add(each);
      }
    }
    found.mentions().shown().stream()
        .filter(mention -> mention.kind().equals("document"))
        .filter(mention -> order.decisions().get(mention.node()) == Mention.Choice.KEEP)
        .forEach(mention -> stays.add(Letters.outside(mention.node())));
    found.mentions().staying().forEach(id -> stays.add(Letters.outside(id)));
    return stays;
  }

  private static List<String> written(List<Letters.Stay> stays) {
    return stays.stream().map(Letters.Stay::written).toList();
  }

  private static void lines(Map<QName, Object> values, QName property, List<String> lines) {
    Set<String> distinct = new LinkedHashSet<>(lines);
    if (!distinct.isEmpty()) {
      values.put(property, List.copyOf(distinct));
    }
  }

  /**
   * An erasure.
   *
   * @throws NotFound when it is not there for the caller
   */
  public Erasure get(Caller caller, NodeId id) {
    return book.get(caller, id);
  }

  /** Those that the caller may see, the latest first. */
  public List<Erasure> all(Caller caller) {
    return book.all(caller);
  }

  /** The letters of an erasure that the caller may know of. */
  public List<Letters.Stay> stays(Caller caller, Erasure erasure) {
    return ErasureBook.seesAll(caller) ? erasure.stays() : letters.seen(caller, erasure.seen());
  }

  /** A proof that can be read. */
  public record Paper(InputStream bytes, long size, String name) {}

  /**
   * Opens the proof: the whole one for who sees all erasures, the owner's copy for others.
   *
   * @throws NotFound when the erasure is not there for the caller, or is not at its end
   */
  public Paper proof(Caller caller, NodeId id) {
    Erasure erasure = book.get(caller, id);
    return proof.open(
        erasure.id(), ErasureBook.seesAll(caller) ? Proof.Copy.WHOLE : Proof.Copy.OWNER);
  }
}
