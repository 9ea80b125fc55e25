package org.chancery.core.intake;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.CaseFolders;
import org.chancery.core.correspondence.Correspondent;
import org.chancery.core.correspondence.GivingWay;
import org.chancery.core.correspondence.NewCaseFile;
import org.chancery.core.correspondence.NewCaseFolder;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** Puts an item into a case file, and takes it back; each in one transaction (requirement C3). */
public final class Filing {
  private final Nodes nodes;
  private final GivingWay room;
  private final Permissions permissions;
  private final CaseFolders folders;
  private final CaseFiles files;
  private final IntakeDesk desk;
  private final WorkQueue queue;
  private final AuditTrail audit;
  private final Clock clock;

  /** On these ports. */
  Filing(
      Nodes nodes,
      GivingWay room,
      Permissions permissions,
      CaseFolders folders,
      CaseFiles files,
      IntakeDesk desk,
      WorkQueue queue,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.room = room;
    this.permissions = permissions;
    this.folders = folders;
    this.files = files;
    this.desk = desk;
    this.queue = queue;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where an item is to be filed. */
  public sealed interface Target {}

  /** An open case file. */
  public record IntoFile(NodeId caseFile) implements Target {}

  /** A new case file of a case folder. */
  public record IntoFolder(NodeId caseFolder, NewCaseFile file) implements Target {}

  /** A new case file of a new case folder. */
  public record IntoNewFolder(NewCaseFolder folder, NewCaseFile file) implements Target {}

  /**
   * How an item is to be filed.
   *
   * @param target where
   * @param correspondent to be entered into the file; nobody when empty
   * @param letter properties of {@code cor:letter}
   */
  public record Request(
      Target target, Optional<Correspondent> correspondent, Map<QName, Object> letter) {

    /** Copies the properties. */
    public Request {
      letter = Map.copyOf(letter);
    }
  }

  /** What came of it. */
  public record Filed(Node document, Node caseFile, Node caseFolder) {}

  /**
   * Files an item, within the transaction in progress.
   *
   * @throws WrongState when it is filed already, or the case file is closed
   * @throws Denied when the actor may not take it away from where it is, or not add to the file
   */
  public Filed file(Actor actor, NodeId id, Request request) {
    Caller caller = actor.caller();
    IntakeItem item = held(caller, id);
    if (item.state() == IntakeState.FILED) {
      throw new WrongState("It has been filed already.");
    }
    if (!permissions.allowed(caller, id, Permission.DELETE)
        || !permissions.allowed(caller, id, Permission.WRITE)) {
      throw new Denied("You may not file this item.");
    }
    NodeId fileId = target(actor, request.target());
    CaseFile file = files.get(caller, fileId);
    if (file.closed()) {
      throw new WrongState("Case file " + file.fileNumber() + " is closed.");
    }
    NodeId documents = files.documents(caller, fileId);
    if (!permissions.allowed(caller, documents, Permission.ADD_CHILD)) {
      throw new Denied("You may not add documents to this case file.");
    }
    Caller elevated = caller.elevated();
    String name = room.free(caller, documents, NodeName.of(item.node().name()));
    nodes.move(elevated, id, documents, name);
    Map<QName, Object> values = new HashMap<>(request.letter());
    values.put(Cor.INTAKE_STATE, IntakeState.FILED.code());
    values.put(Cor.FILED_AT, clock.instant());
    values.put(Cor.FILED_BY, caller.user());
    Set<QName> letter = request.letter().isEmpty() ? Set.of() : Set.of(Cor.LETTER);
    nodes.update(elevated, id, Optional.empty(), new Change(values, Set.of(), letter));
    request
        .correspondent()
        .filter(correspondent -> !correspondent.isEmpty())
        .ifPresent(correspondent -> files.enter(actor, fileId, correspondent));
    files.touched(actor, file, ActivityKind.FILED, id);
    audit.record(
        actor.did(
            Action.FILE, id, Map.of("caseFile", fileId.value(), "number", file.fileNumber())));
    return new Filed(
        nodes.get(caller, id), nodes.get(caller, fileId), nodes.get(caller, file.folder()));
  }

  private static boolean signed(Node node) {
    return node.aspects().contains(Cor.SIGNED_RESPONSE);
  }

  /** Its letter waits for the signed paper again. */
  private void forgetSigned(Caller elevated, Node node) {
    node.text(Cor.SIGNED_DRAFT)
        .flatMap(letter -> nodes.find(elevated, NodeId.of(letter)))
        .filter(
            letter -> letter.text(Cor.SIGNED_PAPER).filter(node.id().value()::equals).isPresent())
        .ifPresent(
            letter ->
                nodes.update(
                    elevated,
                    letter.id(),
                    Optional.empty(),
                    new Change(Map.of(), Set.of(Cor.SIGNED_PAPER), Set.of())));
  }

  /** The item as it is now; another clerk or its reading waits until we are done. */
  private IntakeItem held(Caller caller, NodeId id) {
    desk.get(caller, id);
    nodes.hold(caller.elevated(), id);
    return desk.get(caller, id);
  }

  private NodeId target(Actor actor, Target target) {
    if (target instanceof IntoFile into) {
      return into.caseFile();
    }
    if (target instanceof IntoFolder into) {
      return files.create(actor, into.caseFolder(), into.file()).id();
    }
    IntoNewFolder into = (IntoNewFolder) target;
    Node folder = folders.create(actor, into.folder());
    return files.create(actor, folder.id(), into.file()).id();
  }

  /**
   * Takes a filed item back to the intake folder it came from, within the transaction in progress.
   * Files and folders made for it stay.
   *
   * @throws WrongState when it is not filed, or its case file is closed
   */
  public IntakeItem unfile(Actor actor, NodeId id) {
    Caller caller = actor.caller();
    IntakeItem item = held(caller, id);
    if (item.state() != IntakeState.FILED) {
      throw new WrongState("It is not filed.");
    }
    if (!permissions.allowed(caller, id, Permission.DELETE)) {
      throw new Denied("You may not take this item out of its case file.");
    }
    Caller elevated = caller.elevated();
    Optional<CaseFile> file =
        nodes.ancestors(elevated, id).stream()
            .filter(node -> node.type().equals(Cor.CASE_FILE))
            .findFirst()
            .map(node -> files.get(elevated, node.id()));
    if (file.filter(CaseFile::closed).isPresent()) {
      throw new WrongState("Its case file is closed.");
    }
    Node node = item.node();
    NodeId folder = Place.intakeOf(node.text(Cor.DROP_COMPONENT));
    String name = room.free(actor.caller(), folder, NodeName.of(node.name()));
    nodes.move(elevated, id, folder, name);
    boolean read = node.contents().containsKey(Cor.TEXT);
    boolean refused = node.text(Cor.INTAKE_REASON).isPresent() && !read;
    IntakeState state =
        read ? IntakeState.READY : refused ? IntakeState.QUARANTINED : IntakeState.RECEIVED;
    nodes.update(
        elevated,
        id,
        Optional.empty(),
        new Change(
            Map.of(Cor.INTAKE_STATE, state.code()),
            Set.of(Cor.FILED_AT, Cor.FILED_BY),
            Set.of(),
            signed(node) ? Set.of(Cor.SIGNED_RESPONSE) : Set.of()));
    forgetSigned(elevated, node);
    if (state == IntakeState.RECEIVED) {
      // It was filed before it was read; a reading still in the queue is the same work.
      queue.add(ReadingWork.QUEUE, id.value());
    }
    audit.record(
        actor.did(
            Action.MOVE,
            id,
            file.<Map<String, String>>map(
                    from -> Map.of("change", "unfile", "caseFile", from.id().value()))
                .orElse(Map.of("change", "unfile"))));
    return desk.get(elevated, id);
  }
}
