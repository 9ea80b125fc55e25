package org.chancery.core.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.access.Actor;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.FileAccess;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NodeName;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Versions;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** Makes taskings, and keeps a file's access in step with them; asks nobody whether they may. */
final class Giving {
  private static final int MARK = 6;

  private final Nodes nodes;
  private final Versions versions;
  private final CaseFiles files;
  private final FileAccess access;
  private final Openings openings;
  private final AuditTrail audit;
  private final Clock clock;

  Giving(
      Nodes nodes,
      Versions versions,
      CaseFiles files,
      FileAccess access,
      Openings openings,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.versions = versions;
    this.files = files;
    this.access = access;
    this.openings = openings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A tasking to be made.
   *
   * @param within the routing part, or the tasking it is part of
   * @param name of the node, a random mark is added
   * @param route the route and its step and task, when it is one's
   * @param form its task type
   * @param document the draft it is about
   */
  record Wanted(
      NodeId within,
      String name,
      Optional<OnRoute> route,
      TaskForm form,
      String instruction,
      Assignee assignee,
      TaskAccess access,
      LocalDate due,
      String by,
      Optional<Node> document) {}

  /** The place of a tasking on a route. */
  record OnRoute(NodeId route, String step, String task) {}

  /** Today, for suspenses. */
  LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }

  Tasking give(Actor actor, Node file, Wanted wanted) {
    Caller elevated = actor.caller().elevated();
    List<NodeId> opened = openings.open(actor, file, wanted.assignee(), wanted.access());
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.TASK_FILE, file.id().value());
    values.put(Cor.TASK_FORM, wanted.form().type().toString());
    values.put(Cor.ASSIGNEE, wanted.assignee().name());
    values.put(Cor.ASSIGNEE_KIND, wanted.assignee().kind().code());
    values.put(Cor.TASK_ACCESS, wanted.access().code());
    values.put(Cor.TASK_DUE, wanted.due());
    values.put(Cor.TASK_STATE, TaskState.OPEN.code());
    values.put(Cor.ASSIGNED_BY, wanted.by());
    values.put(Cor.ASSIGNED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    if (!wanted.instruction().isBlank()) {
      values.put(Cor.INSTRUCTION, wanted.instruction().strip());
    }
    wanted
        .route()
        .ifPresent(
            on -> {
              values.put(Cor.ROUTE_ID, on.route().value());
              values.put(Cor.TASK_STEP, on.step());
              values.put(Cor.ENGINE_TASK, on.task());
            });
    wanted.document().ifPresent(draft -> putDraft(values, draft));
    if (!opened.isEmpty()) {
      values.put(Cor.TASK_OPENED, opened.stream().map(NodeId::value).toList());
    }
    NodeId id = NodeId.random();
    String name = NodeName.of(wanted.name()).marked(id.value().substring(0, MARK)).value();
    Node made =
        nodes.create(
            elevated, new NewNode(id, wanted.within(), Cor.TASKING, name, Set.of(), values));
    assign(elevated, file, wanted.assignee(), wanted.access());
    audit.record(
        actor.did(
            Action.ASSIGN,
            id,
            Map.of(
                "caseFile", file.id().value(),
                "assignee", wanted.assignee().name(),
                "access", wanted.access().code(),
                "due", wanted.due().toString())));
    done(
        actor,
        file.id(),
        wanted.route().isPresent() ? ActivityKind.ROUTING_STEP : ActivityKind.TASKING,
        id);
    return Tasking.of(made);
  }

  private void putDraft(Map<QName, Object> values, Node draft) {
    values.put(Cor.TASK_DOCUMENT, draft.id().value());
    versions.list(Caller.ofSystem(), draft.id()).stream()
        .findFirst()
        .ifPresent(version -> values.put(Cor.TASK_VERSION, version.label()));
  }

  /**
   * A component that is to work on the file has been assigned it and stays among those that may
   * read it (requirement P15); one that only looks or comments does not.
   */
  void assign(Caller elevated, Node file, Assignee assignee, TaskAccess what) {
    boolean whole = assignee.kind() == Assignee.Kind.COMPONENT;
    if (!whole || what != TaskAccess.EDIT) {
      return;
    }
    List<String> components = nodes.get(elevated, file.id()).<String>list(Cor.COMPONENT);
    String code = assignee.component().orElseThrow();
    if (!components.contains(code)) {
      nodes.update(
          elevated,
          file.id(),
          Optional.empty(),
          Change.of(
              Map.of(Cor.COMPONENT, Stream.concat(components.stream(), Stream.of(code)).toList())));
    }
  }

  /** Brings the access of the file up to date after its taskings have changed. */
  void settle(Actor actor, NodeId file) {
    settle(actor, file, Set.of());
  }

  /** The same after somebody's tasking has become somebody else's. */
  void settle(Actor actor, NodeId file, Set<String> gone) {
    Caller elevated = actor.caller().elevated();
    access.refresh(elevated, file, gone);
    Node now = nodes.get(elevated, file);
    if (now.aspects().contains(Cor.LOCKED)) {
      files.accessChanged(now);
    }
  }

  /** Notes that something was done with a tasking or a route of the file. */
  void done(Actor actor, NodeId file, ActivityKind kind, NodeId of) {
    files.touched(actor, files.get(actor.caller().elevated(), file), kind, of);
  }
}
