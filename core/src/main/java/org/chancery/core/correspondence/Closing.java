package org.chancery.core.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
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
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Ends the work on a case file, and takes it up again (requirements C7, R4). Why is kept as a note
 * in the file's routing part: the ledger holds no free text. Opening again takes nothing away, it
 * only adds.
 */
public final class Closing {
  private static final Set<String> UNDONE = Set.of("open", "claimed");
  private static final int LONGEST = 2000;
  private static final int MOST_NAMED = 5;

  private final Nodes nodes;
  private final Permissions permissions;
  private final CaseFiles files;
  private final OnClose onClose;
  private final AuditTrail audit;
  private final Clock clock;

  /** On these ports. */
  public Closing(
      Nodes nodes,
      Permissions permissions,
      CaseFiles files,
      OnClose onClose,
      AuditTrail audit,
      Clock clock) {
    this.onClose = onClose;
    this.nodes = nodes;
    this.permissions = permissions;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Closes a file that somebody works on, within the transaction in progress.
   *
   * @param resolution how it ended, in words; kept with the file
   * @throws NotFound when it is not there for the actor
   * @throws Denied when the actor may not change it
   * @throws Invalid when the resolution is blank or too long
   * @throws WrongState when it is closed, or something in it is still to be done
   * @throws Declared when it is a record
   */
  public Node close(Actor actor, NodeId id, Optional<String> resolution) {
    CaseFile file = held(actor, id);
    resolution.ifPresent(text -> requireSaid("resolution", text));
    if (file.closed()) {
      throw new WrongState("Case file " + file.fileNumber() + " is closed already.");
    }
    List<Node> undone = undone(id);
    if (!undone.isEmpty()) {
      throw new WrongState(
          "There is something to be done in it yet: "
              + undone.stream()
                  .limit(MOST_NAMED)
                  .map(Closing::named)
                  .collect(Collectors.joining("; "))
              + (undone.size() > MOST_NAMED ? " and " + (undone.size() - MOST_NAMED) + " more" : "")
              + ". Complete or withdraw it first.");
    }
    return closed(actor, file, resolution);
  }

  /**
   * Closes a file whose route has come to its end, which has seen to what was to be done, within
   * the transaction in progress. Nothing happens when it is closed.
   */
  public void ended(Actor actor, NodeId id) {
    Caller elevated = actor.caller().elevated();
    nodes.hold(elevated, id);
    CaseFile file = files.get(elevated, id);
    if (!file.closed()) {
      closed(actor, file, Optional.empty());
    }
  }

  private Node closed(Actor actor, CaseFile file, Optional<String> resolution) {
    Caller elevated = actor.caller().elevated();
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    change(elevated, file, Map.of(Cor.STATUS, CaseFile.CLOSED, Cor.DATE_CLOSED, today));
    resolution.map(String::strip).ifPresent(text -> note(elevated, file, "Closed", text));
    files.touched(actor, file, ActivityKind.CLOSE, file.id());
    audit.record(actor.did(Action.CLOSE, file.id(), Map.of("number", file.fileNumber())));
    onClose.closed(actor, file.id());
    return nodes.get(elevated, file.id());
  }

  /**
   * Opens a closed file again, within the transaction in progress. All that is in it stays.
   *
   * @param reason why; kept with the file
   * @throws NotFound when it is not there for the actor
   * @throws Denied when the actor may not change it
   * @throws Invalid without a reason
   * @throws WrongState when it is not closed
   * @throws Declared when it is a record: a declared file stays closed
   */
  public Node reopen(Actor actor, NodeId id, String reason) {
    CaseFile file = held(actor, id);
    requireSaid("reason", reason);
    if (!file.closed()) {
      throw new WrongState("Case file " + file.fileNumber() + " is not closed.");
    }
    Caller elevated = actor.caller().elevated();
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.STATUS, CaseFile.OPEN);
    values.put(Cor.DATE_CLOSED, null);
    change(elevated, file, values);
    note(elevated, file, "Opened again", reason.strip());
    files.touched(actor, file, ActivityKind.REOPEN, id);
    audit.record(actor.did(Action.REOPEN, id, Map.of("number", file.fileNumber())));
    return nodes.get(elevated, id);
  }

  private CaseFile held(Actor actor, NodeId id) {
    Caller caller = actor.caller();
    files.get(caller, id);
    if (!permissions.allowed(caller, id, Permission.WRITE)) {
      throw new Denied("You may not close this case file, nor open it again.");
    }
    DeclaredRecord.requireNone(nodes.hold(caller.elevated(), id));
    return files.get(caller, id);
  }

  private static void requireSaid(String field, String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      throw new Invalid(Map.of(field, "must have between 1 and " + LONGEST + " characters"));
    }
  }

  private void change(Caller elevated, CaseFile file, Map<QName, Object> values) {
    nodes.update(elevated, file.id(), Optional.empty(), Change.of(values));
  }

  private void note(Caller elevated, CaseFile file, String what, String text) {
    NodeId routing = routing(file.id()).orElseThrow(() -> new NotFound(file.id()));
    String name =
        NodeName.of(what + " " + LocalDate.now(clock.withZone(ZoneOffset.UTC)))
            .freeIn(nodes, elevated, routing)
            .value();
    nodes.create(
        elevated, NewNode.of(routing, Cor.NOTE, name, Map.of(Cor.NOTE_TEXT, what + ": " + text)));
  }

  private Optional<NodeId> routing(NodeId file) {
    return nodes.child(Caller.ofSystem(), file, CaseFiles.ROUTING).map(Node::id);
  }

  /** Taskings that nobody has completed, sub-taskings too, the caller's to see or not. */
  private List<Node> undone(NodeId file) {
    List<Node> found = new ArrayList<>();
    routing(file).ifPresent(part -> collect(part, found));
    return found;
  }

  private void collect(NodeId parent, List<Node> found) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(Caller.ofSystem(), parent, cursor, 1000);
      for (Node each : page.items()) {
        if (each.type().equals(Cor.TASKING)) {
          if (each.text(Cor.TASK_STATE).filter(UNDONE::contains).isPresent()) {
            found.add(each);
          }
          collect(each.id(), found);
        }
      }
      cursor = page.cursor();
    } while (cursor.isPresent());
  }

  private static String named(Node tasking) {
    return "'" + tasking.name() + "'";
  }
}
