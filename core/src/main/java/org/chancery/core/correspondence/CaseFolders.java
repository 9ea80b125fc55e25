package org.chancery.core.correspondence;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.Activity;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;

/** The folders that hold everything exchanged with one individual or organization. */
public final class CaseFolders {
  private final Nodes nodes;
  private final Permissions permissions;
  private final Activity activity;
  private final AuditTrail audit;
  private final Clock clock;

  /** On these ports. */
  public CaseFolders(
      Nodes nodes, Permissions permissions, Activity activity, AuditTrail audit, Clock clock) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.activity = activity;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens a case folder, within the transaction in progress. Its node's name ends in a random mark,
   * always: a number given only to the second of a name would tell of a first that the actor may
   * not know of (requirement P4).
   *
   * @throws org.chancery.core.repository.Invalid when the model forbids a value
   */
  public Node create(Actor actor, NewCaseFolder folder) {
    Caller elevated = actor.caller().elevated();
    NodeId year = year(elevated);
    NodeId id = NodeId.random();
    String name = NodeName.of(folder.holderName()).marked(id.value().substring(0, 6)).value();
    Node created =
        nodes.create(
            elevated, new NewNode(id, year, Cor.CASE_FOLDER, name, Set.of(), folder.values()));
    permissions.set(
        elevated,
        created.id(),
        AccessLists.ofCaseFolder(List.of(), actor.component().stream().toList()));
    audit.record(actor.did(Action.CREATE, created.id(), Map.of("type", "caseFolder")));
    return activity.in(elevated, created.id(), ActivityKind.OPENED, created.id());
  }

  /**
   * The case folder.
   *
   * @throws NotFound when it is not there for the caller, or is something else
   */
  public Node get(Caller caller, NodeId id) {
    Node node = nodes.get(caller, id);
    if (!node.type().equals(Cor.CASE_FOLDER)) {
      throw new NotFound(id);
    }
    return node;
  }

  /**
   * Refuses to go on with a case folder that is locked and that the caller may not add to. Without
   * a lock, whoever may see a case folder may open a case file in it.
   */
  void requireUnlocked(Caller caller, Node folder) {
    if (folder.aspects().contains(Cor.MERGED)) {
      throw new WrongState("This case folder was merged into another; open the case file there.");
    }
    if (folder.aspects().contains(Cor.LOCKED)
        && !permissions.allowed(caller, folder.id(), Permission.ADD_CHILD)) {
      throw Denied.of(Permission.ADD_CHILD, folder.name());
    }
  }

  /** Told of what is done in case folders. */
  Activity activity() {
    return activity;
  }

  /**
   * Makes it readable by exactly those who may read one of its files (requirement P15), unless it
   * is locked itself, or holds none. To be called whenever a file's access changed.
   */
  void opened(Caller elevated, NodeId id) {
    // Held: of two files opened at once, the second has to see the first one's access as well.
    if (nodes.hold(elevated, id).aspects().contains(Cor.LOCKED)) {
      return;
    }
    List<AccessList> files =
        files(elevated, id).stream().map(file -> permissions.get(elevated, file)).toList();
    AccessList wanted = AccessLists.ofCaseFolder(files, List.of());
    if (!files.isEmpty() && !permissions.get(elevated, id).equals(wanted)) {
      permissions.set(elevated, id, wanted);
    }
  }

  /** The case files in a folder; what else lies in it decides about nobody's access. */
  List<NodeId> files(Caller elevated, NodeId id) {
    List<NodeId> files = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(elevated, id, cursor, 1000);
      page.items().stream()
          .filter(child -> child.type().equals(Cor.CASE_FILE))
          .map(Node::id)
          .forEach(files::add);
      cursor = page.cursor();
    } while (cursor.isPresent());
    return files;
  }

  private NodeId year(Caller elevated) {
    String year = Year.now(clock.withZone(ZoneOffset.UTC)).toString();
    NodeId id = Place.CASE_FOLDERS.below(year);
    if (nodes.find(elevated, id).isEmpty()) {
      nodes.create(
          elevated, new NewNode(id, Place.CASE_FOLDERS.id(), Cm.FOLDER, year, Set.of(), Map.of()));
    }
    return id;
  }
}
