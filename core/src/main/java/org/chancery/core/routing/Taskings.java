package org.chancery.core.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chancery.core.access.Actor;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;

/**
 * Gives people something to do, and follows it to its end (requirement C8). Every change runs
 * within the transaction in progress and holds the case file first, so that changes to one file
 * come one after the other; each asks for the revision its actor saw.
 */
public final class Taskings {
  /** The longest reason, characters. */
  public static final int LONGEST_REASON = 2000;

  /** The longest instruction or comment, characters. */
  public static final int LONGEST_TEXT = 20_000;

  private static final Set<QName> BY_HAND =
      Set.of(TaskForm.GENERAL, TaskForm.COMMENT, TaskForm.CLEARANCE);

  private final Nodes nodes;
  private final Permissions permissions;
  private final Assignees assignees;
  private final TaskingRights rights;
  private final Giving giving;
  private final Openings openings;
  private final ProcessEngine engine;
  private final Acting acting;
  private final ContentModel model;
  private final AuditTrail audit;
  private final Clock clock;

  Taskings(
      Nodes nodes,
      Permissions permissions,
      Assignees assignees,
      TaskingRights rights,
      Giving giving,
      Openings openings,
      ProcessEngine engine,
      Acting acting,
      ContentModel model,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.assignees = assignees;
    this.rights = rights;
    this.giving = giving;
    this.openings = openings;
    this.engine = engine;
    this.acting = acting;
    this.model = model;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The tasking.
   *
   * @throws NotFound when it is not there for the caller, or is something else
   */
  public Tasking get(Caller caller, NodeId id) {
    return tasking(nodes.get(caller, id));
  }

  private static Tasking tasking(Node node) {
    if (!node.type().equals(Cor.TASKING)) {
      throw new NotFound(node.id());
    }
    return Tasking.of(node);
  }

  /** Every tasking of a case file that the caller may see, the oldest first. */
  public List<Tasking> ofFile(Caller caller, NodeId file) {
    requireFile(nodes.get(caller, file));
    return new RoutedFile(nodes, caller, file).taskings();
  }

  /** What the actor may do with each now. */
  public Map<NodeId, Set<TaskingAction>> allowed(Actor actor, List<Tasking> taskings) {
    return rights.of(actor, taskings);
  }

  /** The form of a tasking: how it can end. */
  public TaskForm form(Tasking tasking) {
    return TaskForm.find(model, tasking.form())
        .or(() -> TaskForm.find(model, TaskForm.GENERAL.toString()))
        .orElseThrow();
  }

  /**
   * Gives somebody something to do. Without a parent it needs the permission to change the case
   * file; with one, the parent must be the actor's, and nobody gets more access by a part of it
   * than by the whole.
   *
   * @throws NotFound when the file or the parent is not there for the actor
   * @throws Denied when the actor may not, or a lock shuts the assignee out
   * @throws WrongState when the file is closed
   * @throws Invalid for an unknown assignee, a day that is past, a text too long
   */
  public Tasking create(Actor actor, NodeId file, NewTasking wanted) {
    Node seen = nodes.get(actor.caller(), file);
    requireFile(seen);
    Node held = nodes.hold(actor.caller().elevated(), file);
    requireOpen(held);
    Optional<Tasking> parent = wanted.parent().map(id -> get(actor.caller(), id));
    if (parent.isPresent()) {
      requirePart(actor, file, parent.get(), wanted);
    } else if (!permissions.allowed(actor.caller(), file, Permission.WRITE)) {
      throw new Denied("You may see this case file, but not give others something to do in it.");
    }
    TaskAccess access =
        wanted
            .access()
            .orElseThrow(() -> new Invalid(Map.of("access", "must be view, comment or edit")));
    if (parent.filter(whole -> access.compareTo(whole.access()) > 0).isPresent()) {
      throw new Invalid(
          Map.of("access", "must not be more than '" + parent.get().access().code() + "'"));
    }
    Assignee assignee = assignees.get("assignee", wanted.assignee());
    requireText("instruction", wanted.instruction(), LONGEST_TEXT);
    requireDay(wanted.due());
    TaskForm form = byHand(wanted.form());
    Tasking made =
        giving.give(
            actor,
            held,
            new Giving.Wanted(
                parent.map(Tasking::id).orElseGet(() -> part(file)),
                form.title(),
                Optional.empty(),
                form,
                wanted.instruction(),
                assignee,
                access,
                wanted.due(),
                actor.caller().user(),
                document(actor, file, form, wanted.document())));
    giving.settle(actor, file);
    return made;
  }

  private TaskForm byHand(Optional<String> name) {
    return TaskForm.find(model, name.orElse(TaskForm.GENERAL.toString()))
        .filter(form -> BY_HAND.contains(form.type()))
        .orElseThrow(() -> new Invalid(Map.of("form", "is not one that is given by hand")));
  }

  private NodeId part(NodeId file) {
    return new RoutedFile(nodes, Caller.ofSystem(), file).part();
  }

  private Optional<Node> document(
      Actor actor, NodeId file, TaskForm form, Optional<NodeId> wanted) {
    if (wanted.isPresent()) {
      Node document = nodes.get(actor.caller(), wanted.get());
      boolean here =
          nodes.ancestors(Caller.ofSystem(), document.id()).stream()
              .anyMatch(above -> above.id().equals(file));
      if (!here || !document.type().equals(Cor.DOCUMENT)) {
        throw new Invalid(Map.of("document", "is no document of this case file"));
      }
      return Optional.of(document);
    }
    return form.clears()
        ? new RoutedFile(nodes, actor.caller(), file).newestDraft()
        : Optional.empty();
  }

  private void requirePart(Actor actor, NodeId file, Tasking parent, NewTasking wanted) {
    if (!parent.caseFile().equals(file)) {
      throw new NotFound(parent.id());
    }
    requireAllowed(actor, parent, TaskingAction.SUBTASK);
    if (wanted.due() != null && wanted.due().isAfter(parent.due())) {
      throw new Invalid(Map.of("due", "must not be after " + parent.due()));
    }
  }

  /** Takes over what a group of the actor's was given. */
  public Tasking claim(Actor actor, NodeId id, long revision) {
    Tasking tasking = held(actor, id, revision, TaskingAction.CLAIM);
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.CLAIMED_BY, actor.caller().user());
    values.put(Cor.TASK_STATE, TaskState.CLAIMED.code());
    Tasking claimed = changed(actor, tasking, Action.CLAIM, values, Map.of());
    show(claimed);
    return claimed;
  }

  /** Gives it back: a claimed one to its group, any other to who gave it. */
  public Tasking giveBack(Actor actor, NodeId id, long revision, String reason) {
    Tasking tasking = held(actor, id, revision, TaskingAction.RETURN);
    requireReason(reason);
    if (tasking.claimedBy().isPresent()) {
      note(actor, tasking, "returned", tasking.doer(), tasking.assignee(), reason);
      Tasking back = changed(actor, tasking, Action.RETURN, released(), Map.of());
      show(back);
      return back;
    }
    Assignee giver =
        assignees
            .find(tasking.assignedBy())
            .orElseThrow(
                () ->
                    new WrongState(
                        "Whoever gave it has no account any more; give it to somebody else."));
    note(actor, tasking, "returned", tasking.doer(), giver.name(), reason);
    return moved(actor, tasking, giver, Action.RETURN);
  }

  /** Gives it to somebody else. */
  public Tasking reassign(Actor actor, NodeId id, long revision, String authority, String reason) {
    Tasking tasking = held(actor, id, revision, TaskingAction.REASSIGN);
    requireReason(reason);
    Assignee assignee = assignees.get("assignee", authority);
    if (!rights.of(actor, tasking).contains(TaskingAction.EXTEND)) {
      // A supervisor of who has it hands it on within the component only.
      boolean within =
          assignees.components(assignee.name()).stream()
              .anyMatch(code -> TaskingRights.leads(actor.caller(), code));
      if (!within) {
        throw new Denied("You may hand this tasking on within your component only.");
      }
    }
    note(actor, tasking, "reassigned", tasking.doer(), assignee.name(), reason);
    return moved(actor, tasking, assignee, Action.REASSIGN);
  }

  private Tasking moved(Actor actor, Tasking tasking, Assignee assignee, Action action) {
    Caller elevated = actor.caller().elevated();
    Node file = nodes.get(elevated, tasking.caseFile());
    openings.close(elevated, tasking, () -> others(tasking));
    List<NodeId> opened = openings.open(actor, file, assignee, tasking.access());
    Map<QName, Object> values = released();
    values.put(Cor.ASSIGNEE, assignee.name());
    values.put(Cor.ASSIGNEE_KIND, assignee.kind().code());
    values.put(
        Cor.TASK_OPENED, opened.isEmpty() ? null : opened.stream().map(NodeId::value).toList());
    Tasking moved = changed(actor, tasking, action, values, Map.of("assignee", assignee.name()));
    giving.assign(elevated, file, assignee, tasking.access());
    giving.settle(actor, tasking.caseFile(), Set.of(tasking.assignee()));
    show(moved);
    return moved;
  }

  private static Map<QName, Object> released() {
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.CLAIMED_BY, null);
    values.put(Cor.TASK_STATE, TaskState.OPEN.code());
    return values;
  }

  /** Moves the suspense. */
  public Tasking extend(Actor actor, NodeId id, long revision, LocalDate due, String reason) {
    Tasking tasking = held(actor, id, revision, TaskingAction.EXTEND);
    requireReason(reason);
    requireDay(due);
    if (!due.isAfter(tasking.due())) {
      throw new Invalid(Map.of("due", "must be after " + tasking.due()));
    }
    note(actor, tasking, "extended", tasking.due().toString(), due.toString(), reason);
    Tasking extended =
        changed(
            actor,
            tasking,
            Action.EXTEND,
            Map.of(Cor.TASK_DUE, due),
            Map.of("from", tasking.due().toString(), "to", due.toString()));
    show(extended);
    return extended;
  }

  /**
   * Says that it is done, and how; its route goes on to the next step.
   *
   * @param outcome one of its form's
   * @throws WrongState while a part of it is still open
   * @throws Invalid for an outcome that it cannot have, or one without the comment it needs
   */
  public Tasking complete(
      Actor actor, NodeId id, long revision, String outcome, Optional<String> comment) {
    Tasking tasking = held(actor, id, revision, TaskingAction.COMPLETE);
    Tasking done = finish(actor, tasking, outcome, comment);
    if (done.engineTask().isPresent()) {
      drive(
          actor,
          () -> {
            engine.complete(done.engineTask().get());
            return done;
          });
    }
    Node now = nodes.get(actor.caller().elevated(), done.caseFile());
    if (!now.text(Cor.STATUS).filter(CaseFile.CLOSED::equals).isPresent()) {
      giving.settle(actor, done.caseFile());
    }
    return done;
  }

  /** Lets the engine go on, and tells it afterwards who has what came of it. */
  <T> void drive(Actor actor, Supplier<T> driving) {
    acting.as(actor, driving).stream()
        .map(id -> nodes.get(Caller.ofSystem(), id))
        .map(Tasking::of)
        .filter(tasking -> tasking.state().active())
        .forEach(this::show);
  }

  /**
   * The same for what was answered in a task list of the host's own, whose engine goes on by
   * itself.
   */
  Tasking answered(Actor actor, Tasking tasking, String outcome, Optional<String> comment) {
    nodes.hold(actor.caller().elevated(), tasking.caseFile());
    Tasking now = Tasking.of(nodes.hold(actor.caller().elevated(), tasking.id()));
    requireAllowed(actor, now, TaskingAction.COMPLETE);
    return finish(actor, now, outcome, comment);
  }

  private Tasking finish(Actor actor, Tasking tasking, String outcome, Optional<String> comment) {
    TaskForm form = form(tasking);
    TaskForm.Outcome chosen =
        form.outcome(outcome == null ? "" : outcome)
            .orElseThrow(() -> new Invalid(Map.of("outcome", "is not one it can have")));
    Optional<String> said = comment.map(String::strip).filter(text -> !text.isEmpty());
    if (chosen.needsComment() && said.isEmpty()) {
      throw new Invalid(Map.of("comment", "is needed with '" + chosen.label() + "'"));
    }
    said.ifPresent(text -> requireText("comment", text, LONGEST_TEXT));
    long parts =
        new RoutedFile(nodes, Caller.ofSystem(), tasking.caseFile())
            .within(tasking.id()).stream().filter(each -> each.state().active()).count();
    if (parts > 0) {
      throw new WrongState(
          "Parts of it are still open (" + parts + "); they end first, or are withdrawn.");
    }
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.TASK_STATE, TaskState.DONE.code());
    values.put(Cor.OUTCOME, chosen.value());
    values.put(Cor.OUTCOME_COMMENT, said.orElse(null));
    values.putAll(ended(actor));
    openings.close(actor.caller().elevated(), tasking, () -> others(tasking));
    return changed(
        actor,
        tasking,
        form.clears() ? Action.CLEAR : Action.COMPLETE,
        values,
        Map.of("outcome", chosen.value()));
  }

  private Map<QName, Object> ended(Actor actor) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.COMPLETED_BY, actor.caller().user());
    values.put(Cor.COMPLETED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    values.put(Cor.TASK_OPENED, null);
    return values;
  }

  /** Takes back a tasking that was made by hand, with the parts of it. */
  public Tasking withdraw(Actor actor, NodeId id, long revision, String reason) {
    Tasking tasking = held(actor, id, revision, TaskingAction.WITHDRAW);
    requireReason(reason);
    Tasking back = takeBack(actor, tasking, reason);
    giving.settle(actor, tasking.caseFile());
    return back;
  }

  /** Takes a tasking back with all that is part of it; the file's access is settled by others. */
  Tasking takeBack(Actor actor, Tasking tasking, String reason) {
    new RoutedFile(nodes, Caller.ofSystem(), tasking.caseFile())
        .within(tasking.id()).stream()
            .filter(each -> each.state().active())
            .forEach(each -> takeBack(actor, each, reason));
    note(actor, tasking, "withdrawn", tasking.doer(), "", reason);
    openings.close(actor.caller().elevated(), tasking, () -> others(tasking));
    Map<QName, Object> values = ended(actor);
    values.put(Cor.TASK_STATE, TaskState.WITHDRAWN.code());
    return changed(actor, tasking, Action.WITHDRAW, values, Map.of());
  }

  private List<Tasking> others(Tasking tasking) {
    return new RoutedFile(nodes, Caller.ofSystem(), tasking.caseFile())
        .taskings().stream().filter(each -> !each.id().equals(tasking.id())).toList();
  }

  private Tasking changed(
      Actor actor,
      Tasking tasking,
      Action action,
      Map<QName, Object> values,
      Map<String, String> details) {
    Node changed =
        nodes.update(actor.caller().elevated(), tasking.id(), Optional.empty(), Change.of(values));
    Map<String, String> all = new HashMap<>(details);
    all.put("caseFile", tasking.caseFile().value());
    audit.record(actor.did(action, tasking.id(), all));
    boolean routed = tasking.route().isPresent();
    giving.done(
        actor,
        tasking.caseFile(),
        routed ? ActivityKind.ROUTING_STEP : ActivityKind.TASKING,
        tasking.id());
    return Tasking.of(changed);
  }

  private void note(
      Actor actor, Tasking tasking, String kind, String from, String to, String reason) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.EVENT_KIND, kind);
    values.put(Cor.EVENT_FROM, from);
    values.put(Cor.NOTE_TEXT, reason.strip());
    if (!to.isEmpty()) {
      values.put(Cor.EVENT_TO, to);
    }
    NodeId id = NodeId.random();
    nodes.create(
        actor.caller().elevated(),
        new NewNode(id, tasking.id(), Cor.TASKING_EVENT, kind + " " + id, Set.of(), values));
  }

  private void show(Tasking tasking) {
    tasking
        .engineTask()
        .ifPresent(
            task -> engine.show(task, tasking.assignee(), tasking.claimedBy(), tasking.due()));
  }

  /** The tasking, held, as the actor saw it, when they may do that with it. */
  private Tasking held(Actor actor, NodeId id, long revision, TaskingAction action) {
    Tasking seen = get(actor.caller(), id);
    Caller elevated = actor.caller().elevated();
    Node file = nodes.hold(elevated, seen.caseFile());
    Node node = nodes.hold(elevated, id);
    if (node.revision() != revision) {
      throw new Conflict(id, node.revision());
    }
    requireOpen(file);
    Tasking tasking = Tasking.of(node);
    requireAllowed(actor, tasking, action);
    return tasking;
  }

  private void requireAllowed(Actor actor, Tasking tasking, TaskingAction action) {
    if (!tasking.state().active()) {
      throw new WrongState("It has ended: " + tasking.state().code() + ".");
    }
    if (!rights.of(actor, tasking).contains(action)) {
      throw new Denied("You may see this tasking, but not " + words(action) + ".");
    }
  }

  private static String words(TaskingAction action) {
    return switch (action) {
      case CLAIM -> "claim it: no group of yours was given it, or somebody has it";
      case RETURN -> "return it: you do not have it";
      case REASSIGN -> "give it to somebody else";
      case EXTEND -> "move its suspense: whoever gave it does";
      case COMPLETE -> "complete it: you do not have it";
      case SUBTASK -> "give others a part of it: you do not have it";
      case WITHDRAW -> "take it back";
    };
  }

  private static void requireFile(Node node) {
    if (!node.type().equals(Cor.CASE_FILE)) {
      throw new NotFound(node.id());
    }
  }

  static void requireOpen(Node file) {
    if (file.aspects().contains(Rec.DECLARED)) {
      throw new Declared("The case file is a declared record; nothing is done in it any more.");
    }
    if (file.text(Cor.STATUS).filter(CaseFile.CLOSED::equals).isPresent()) {
      throw new WrongState("The case file is closed; it has to be reopened first.");
    }
  }

  void requireDay(LocalDate due) {
    requireDay("due", due);
  }

  void requireDay(String field, LocalDate due) {
    if (due == null) {
      throw new Invalid(Map.of(field, "is missing"));
    }
    if (due.isBefore(giving.today())) {
      throw new Invalid(Map.of(field, "must not be past"));
    }
    if (due.isAfter(giving.today().plusYears(10))) {
      throw new Invalid(Map.of(field, "must lie within ten years"));
    }
  }

  static void requireReason(String reason) {
    requireText("reason", reason, LONGEST_REASON);
  }

  static void requireText(String field, String text, int longest) {
    if (text == null || text.isBlank() || text.length() > longest) {
      throw new Invalid(Map.of(field, "must have between 1 and " + longest + " characters"));
    }
  }
}
