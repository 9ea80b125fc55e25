package org.chancery.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.Place;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.vocabulary.Cor;

/** What came in, as one clerk may see it: listed, looked at, read again. */
public final class IntakeDesk {
  private static final String STATE = "intakeState";

  private final Nodes nodes;
  private final Contents contents;
  private final Permissions permissions;
  private final WorkQueue queue;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final Searcher searcher;
  private final Matches matches;
  private final ReadingProgress progress;
  private final Arriving arriving;
  private final Runnable wake;

  /** On these ports. */
  IntakeDesk(
      Nodes nodes,
      Contents contents,
      Permissions permissions,
      WorkQueue queue,
      Transactions transactions,
      AuditTrail audit,
      Searcher searcher,
      ReadingProgress progress,
      Arriving arriving,
      Runnable wake) {
    this.nodes = nodes;
    this.contents = contents;
    this.permissions = permissions;
    this.queue = queue;
    this.transactions = transactions;
    this.audit = audit;
    this.searcher = searcher;
    this.matches = new Matches(searcher, nodes);
    this.progress = progress;
    this.arriving = arriving;
    this.wake = wake;
  }

  /** Items in one of the states, the latest changed first. Not to be called in a transaction. */
  public Page<IntakeItem> list(
      Caller caller, Set<IntakeState> states, Optional<String> cursor, int limit) {
    Set<IntakeState> stored = EnumSet.copyOf(states);
    stored.remove(IntakeState.ARRIVING);
    if (stored.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    SearchResult result = search(caller, stored, cursor, limit);
    List<IntakeItem> items =
        nodes.findAll(caller, result.hits().stream().map(SearchResult.Hit::id).toList()).stream()
            .map(node -> item(caller, node))
            .flatMap(Optional::stream)
            .toList();
    return new Page<>(items, result.cursor());
  }

  /**
   * The same, without reading the items.
   *
   * @param states of which {@link IntakeState#ARRIVING} is none, for it is of no node
   */
  public SearchResult search(
      Caller caller, Set<IntakeState> states, Optional<String> cursor, int limit) {
    return searcher.search(
        query(
            Map.of(STATE, states.stream().map(IntakeState::code).toList()),
            List.of(),
            cursor,
            limit),
        caller);
  }

  /** How many items of each state the caller may see. */
  public Map<IntakeState, Long> counts(Caller caller) {
    SearchResult result =
        searcher.search(query(Map.of(), List.of(STATE), Optional.empty(), 1), caller);
    Map<IntakeState, Long> counts = new EnumMap<>(IntakeState.class);
    result
        .facets()
        .getOrDefault(STATE, List.of())
        .forEach(
            count ->
                counts.put(
                    IntakeState.valueOf(count.value().toUpperCase(Locale.ROOT)), count.count()));
    counts.put(IntakeState.ARRIVING, (long) arriving(caller).size());
    return counts;
  }

  /** What is on its way into folders that the caller may see, oldest first. */
  public List<ArrivingFile> arriving(Caller caller) {
    return arriving.list().stream()
        .filter(file -> permissions.allowed(caller, destination(file), Permission.READ))
        .sorted(Comparator.comparing(ArrivingFile::since))
        .toList();
  }

  private NodeId destination(ArrivingFile file) {
    return file.component()
        .map(code -> Place.intakeOf(Optional.of(code)))
        .filter(id -> nodes.find(Caller.ofSystem(), id).isPresent())
        .orElseGet(() -> Place.intakeOf(Optional.empty()));
  }

  /**
   * One item.
   *
   * @throws NotFound when it is not there for the caller, or was never received
   */
  public IntakeItem get(Caller caller, NodeId id) {
    return item(caller, nodes.get(caller, id)).orElseThrow(() -> new NotFound(id));
  }

  /**
   * What someone has just entered, as they may see it: of an item that went to where they may not
   * look, no more than they sent (requirement P4).
   */
  public IntakeItem entered(Caller caller, Node node) {
    return nodes
        .find(caller, node.id())
        .flatMap(seen -> item(caller, seen))
        .orElseGet(
            () ->
                new IntakeItem(
                    node, IntakeState.of(node).orElseThrow(), Optional.empty(), List.of()));
  }

  /** What its text suggests; nothing while it has not been read. */
  public LetterSuggestions suggestions(Caller caller, IntakeItem item) {
    if (!item.node().contents().containsKey(Cor.SUGGESTIONS)) {
      return LetterSuggestions.NONE;
    }
    try (InputStream json = contents.open(caller, item.node().id(), Cor.SUGGESTIONS)) {
      return LetterSuggestions.read(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the letter may belong to, as the caller may see it. Not to be called in a transaction. */
  public List<Match> matches(Caller caller, LetterSuggestions letter) {
    return matches.of(letter, caller);
  }

  /**
   * Has an item read again, within the transaction in progress.
   *
   * @throws WrongState while it is waiting to be read or being read
   * @throws Denied when the actor may not change it
   * @throws Declared when it is a record
   */
  public IntakeItem retry(Actor actor, NodeId id) {
    get(actor.caller(), id);
    if (!permissions.allowed(actor.caller(), id, Permission.WRITE)) {
      throw new Denied("You may not have this item read again.");
    }
    DeclaredRecord.requireNone(nodes.hold(actor.caller().elevated(), id));
    IntakeItem item = get(actor.caller(), id);
    if (item.state() == IntakeState.RECEIVED || item.state() == IntakeState.READING) {
      throw new WrongState("It is being read, or is about to be.");
    }
    Caller elevated = actor.caller().elevated();
    if (item.state() != IntakeState.FILED) {
      nodes.update(
          elevated,
          id,
          Optional.empty(),
          Change.of(Map.of(Cor.INTAKE_STATE, IntakeState.RECEIVED.code())));
    }
    queue.add(ReadingWork.QUEUE, id.value());
    transactions.afterCommit(wake);
    audit.record(actor.did(Action.RETRY, id, Map.of()));
    return get(elevated, id);
  }

  /** The node as an item; empty for what was never received. */
  Optional<IntakeItem> item(Caller caller, Node node) {
    return IntakeState.of(node)
        .map(
            state ->
                new IntakeItem(
                    node,
                    state,
                    state == IntakeState.READING ? progress.of(node.id()) : Optional.empty(),
                    doubles(caller, node)));
  }

  private List<IntakeItem.Double> doubles(Caller caller, Node node) {
    return node.text(Cor.SHA256).stream()
        .flatMap(sha256 -> nodes.byProperty(caller, Cor.SHA256, sha256, 20).stream())
        .filter(other -> !other.id().equals(node.id()))
        .flatMap(
            other ->
                IntakeState.of(other)
                    .map(state -> new IntakeItem.Double(other.id(), other.name(), state))
                    .stream())
        .toList();
  }

  private static SearchQuery query(
      Map<String, List<String>> filters, List<String> facets, Optional<String> cursor, int limit) {
    return new SearchQuery(
        "",
        List.of(Cor.DOCUMENT),
        Optional.empty(),
        filters,
        Optional.empty(),
        Optional.empty(),
        facets,
        "-modified",
        cursor,
        limit);
  }
}
