package org.chancery.core.correspondence;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Component;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Sequences;
import org.chancery.core.schedule.Activity;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** Case files: their numbers, parts, correspondents and who may see them. */
public final class CaseFiles {
  /** Name of the part that holds correspondents. */
  public static final String PEOPLE = "people";

  /** Name of the part that holds notes and taskings. */
  public static final String ROUTING = "routing";

  /** Name of the part that holds documents. */
  public static final String DOCUMENTS = "documents";

  private final CaseFolders folders;
  private final Nodes nodes;
  private final Permissions permissions;
  private final Sequences sequences;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;
  private final GivingWay room;

  /** On these ports. */
  public CaseFiles(
      CaseFolders folders,
      Nodes nodes,
      Permissions permissions,
      Sequences sequences,
      Accounts accounts,
      AuditTrail audit,
      Clock clock) {
    this.folders = folders;
    this.nodes = nodes;
    this.permissions = permissions;
    this.sequences = sequences;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
    this.room = new GivingWay(nodes, permissions, audit);
  }

  /**
   * Opens a case file with its number and its three parts, within the transaction in progress.
   * Readable by the components it is assigned to and the Executive Secretariat (requirement P15).
   *
   * @throws NotFound when the case folder is not there for the actor
   * @throws org.chancery.core.repository.Denied when a lock leaves it to the actor to read alone
   * @throws Invalid when the model forbids a value or a component is not known
   */
  public Node create(Actor actor, NodeId folder, NewCaseFile file) {
    folders.requireUnlocked(actor.caller(), folders.get(actor.caller(), folder));
    // The creator's component is the first assignee (requirement P15).
    List<String> components =
        Stream.concat(actor.component().stream(), file.components().stream()).distinct().toList();
    requireKnown(components);
    Caller elevated = actor.caller().elevated();
    String number = number();
    Map<QName, Object> values = new LinkedHashMap<>(file.values());
    values.put(Cor.FILE_NUMBER, number);
    if (!components.isEmpty()) {
      values.put(Cor.COMPONENT, components);
    }
    Node created = nodes.create(elevated, NewNode.of(folder, Cor.CASE_FILE, number, values));
    permissions.set(elevated, created.id(), AccessLists.ofCaseFile(components));
    part(elevated, created.id(), Cor.PEOPLE_PART, PEOPLE);
    part(elevated, created.id(), Cor.ROUTING_PART, ROUTING);
    part(elevated, created.id(), Cor.DOCUMENTS_PART, DOCUMENTS);
    folders.opened(elevated, folder);
    folders.activity().in(elevated, folder, ActivityKind.OPENED, created.id());
    audit.record(
        actor.did(
            Action.CREATE,
            created.id(),
            Map.of("type", "caseFile", "folder", folder.value(), "number", number)));
    return nodes.get(elevated, created.id());
  }

  /**
   * The case file.
   *
   * @throws NotFound when it is not there for the caller, or is something else
   */
  public CaseFile get(Caller caller, NodeId id) {
    Node node = nodes.get(caller, id);
    if (!node.type().equals(Cor.CASE_FILE)) {
      throw new NotFound(id);
    }
    return CaseFile.of(node);
  }

  /** The part of a case file that holds its documents. */
  public NodeId documents(Caller caller, NodeId file) {
    return nodes.child(caller, file, DOCUMENTS).map(Node::id).orElseThrow(() -> new NotFound(file));
  }

  /**
   * Enters a correspondent into a case file, each protected value as a node of its own below it.
   * Needs the permission to add to the file's people part.
   */
  public Node enter(Actor actor, NodeId file, Correspondent correspondent) {
    Caller caller = actor.caller();
    NodeId people =
        nodes.child(caller, file, PEOPLE).map(Node::id).orElseThrow(() -> new NotFound(file));
    String name = room.free(caller, people, NodeName.of(correspondent.listName()));
    Node entered =
        nodes.create(caller, NewNode.of(people, Cor.CORRESPONDENT, name, correspondent.values()));
    correspondent
        .protectedValues()
        .forEach(
            (kind, value) ->
                nodes.create(
                    caller,
                    NewNode.of(
                        entered.id(),
                        Cor.PROTECTED_VALUE,
                        kind,
                        Map.of(Cor.KIND, kind, Cor.VALUE, value))));
    audit.record(
        actor.did(
            Action.CREATE,
            entered.id(),
            Map.of("type", "correspondent", "caseFile", file.value())));
    return entered;
  }

  /**
   * Notes that something was done in the file (the clock of requirement R3 starts again).
   *
   * @param of what it was about
   */
  public void touched(Actor actor, CaseFile file, ActivityKind kind, NodeId of) {
    activity().in(actor.caller().elevated(), file.folder(), kind, of);
  }

  /** Told of what is done in case folders. */
  public Activity activity() {
    return folders.activity();
  }

  /** To be called when someone changed who may see a node; keeps the case folder in step. */
  public void accessChanged(Node node) {
    if (node.type().equals(Cor.CASE_FILE)) {
      folders.opened(Caller.ofSystem(), node.parent().orElseThrow());
    } else if (node.type().equals(Cor.CASE_FOLDER)) {
      folders.opened(Caller.ofSystem(), node.id());
    }
  }

  private void part(Caller elevated, NodeId file, QName type, String name) {
    nodes.create(elevated, NewNode.of(file, type, name, Map.of()));
  }

  private String number() {
    String year = Year.now(clock.withZone(ZoneOffset.UTC)).toString();
    return String.format(Locale.ROOT, "%s-%06d", year, sequences.next("file-number-" + year));
  }

  private void requireKnown(List<String> components) {
    List<String> known = accounts.components().stream().map(Component::code).toList();
    for (String code : components) {
      if (!known.contains(code)) {
        throw new Invalid(Map.of(Cor.COMPONENT.toString(), "there is no component '" + code + "'"));
      }
    }
  }
}
