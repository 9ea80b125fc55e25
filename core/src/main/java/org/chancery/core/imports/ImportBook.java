package org.chancery.core.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Authorities;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.WrongState;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * The imports there are: each a folder that only the system looks into, with another one in it that
 * has the file and all that describes people, and goes as a whole.
 */
final class ImportBook {
  static final Duration KEPT = Duration.ofDays(7);

  private static final Caller SYSTEM = Caller.ofSystem();
  private static final NodeId ALL = Place.STAKEHOLDERS.below("Imports");
  private static final String WORK = "File";

  private final Nodes nodes;
  private final Contents contents;
  private final Clock clock;

  ImportBook(Nodes nodes, Contents contents, Clock clock) {
    this.nodes = nodes;
    this.contents = contents;
    this.clock = clock;
  }

  /** Makes one, within the transaction in progress. */
  NodeId add(Caller caller, About about, ContentInfo file) {
    NodeId id = NodeId.random();
    Map<QName, Object> values = new HashMap<>();
    values.put(Stk.IMPORT_BY, caller.user());
    values.put(Stk.IMPORT_STATE, ImportState.READING.code());
    values.put(Stk.IMPORT_ABOUT, StoredJson.write(about));
    values.put(Stk.IMPORT_DONE, 0);
    values.put(Stk.IMPORT_OF, 0);
    values.put(Stk.IMPORT_UNTIL, now().plus(KEPT));
    nodes.create(
        SYSTEM, new NewNode(id, ALL, Stk.IMPORT, Drawers.name("Import", id), Set.of(), values));
    NodeId work = NodeId.random();
    nodes.create(SYSTEM, new NewNode(work, id, Stk.IMPORT_WORK, WORK, Set.of(), Map.of()));
    contents.attach(SYSTEM, work, Stk.IMPORT_FILE, file);
    return id;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * One of the caller's own; any for administrators.
   *
   * @throws NotFound when there is none of that id for the caller
   */
  Node get(Caller caller, NodeId id) {
    return nodes
        .find(SYSTEM, id)
        .filter(node -> node.type().equals(Stk.IMPORT))
        .filter(node -> isFor(caller, node))
        .orElseThrow(() -> new NotFound(id));
  }

  private static boolean isFor(Caller caller, Node node) {
    return caller.system()
        || caller.authorities().contains(Authorities.ADMINISTRATORS)
        || node.text(Stk.IMPORT_BY).filter(caller.user()::equals).isPresent();
  }

  /** The caller's, the latest first. */
  List<Node> all(Caller caller) {
    List<Node> found = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(SYSTEM, ALL, cursor, 500);
      page.items().stream()
          .filter(node -> node.type().equals(Stk.IMPORT))
          .filter(node -> isFor(caller, node))
          .forEach(found::add);
      cursor = page.cursor();
    } while (cursor.isPresent());
    found.sort(Comparator.comparing(Node::createdAt).reversed());
    return found;
  }

  /** One kept from changing until the transaction in progress ends. */
  Node hold(NodeId id) {
    return nodes.hold(SYSTEM, id);
  }

  /**
   * One of the caller's own in one of these states, kept from changing.
   *
   * @throws WrongState when it is in another
   */
  Node hold(Caller caller, NodeId id, Set<ImportState> states) {
    get(caller, id);
    Node held = hold(id);
    if (!states.contains(ImportState.of(held))) {
      throw new WrongState(
          "The import is " + ImportState.of(held).code() + " by now; look at it again.");
    }
    return held;
  }

  About about(Node node) {
    return StoredJson.read(node.text(Stk.IMPORT_ABOUT).orElseThrow(), About.class);
  }

  Import shown(Node node) {
    return Import.of(node, about(node));
  }

  /** Where the file is; empty once it is destroyed. */
  Optional<Node> work(NodeId id) {
    return nodes.child(SYSTEM, id, WORK);
  }

  void set(NodeId id, ImportState state, About about) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Stk.IMPORT_STATE, state.code());
    values.put(Stk.IMPORT_ABOUT, StoredJson.write(about));
    change(id, values);
  }

  void change(NodeId id, Map<QName, Object> values) {
    nodes.update(SYSTEM, id, Optional.empty(), Change.of(values));
  }

  /** How the columns of files of that shape were read the last time. */
  Optional<List<String>> remembered(String shape) {
    return nodes
        .find(SYSTEM, mapping(shape))
        .flatMap(node -> node.text(Stk.IMPORT_FIELDS))
        .map(json -> List.of(StoredJson.read(json, String[].class)));
  }

  /** Remembers it, within the transaction in progress. */
  void remember(String shape, List<String> codes) {
    NodeId id = mapping(shape);
    Map<QName, Object> values = Map.of(Stk.IMPORT_FIELDS, StoredJson.write(codes));
    if (nodes.find(SYSTEM, id).isPresent()) {
      change(id, values);
    } else {
      nodes.create(
          SYSTEM,
          new NewNode(id, ALL, Stk.IMPORT_MAPPING, Drawers.name("Columns", id), Set.of(), values));
    }
  }

  private static NodeId mapping(String shape) {
    return Place.STAKEHOLDERS.below("Imports/columns/" + shape);
  }
}
