package org.chancery.core.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cor;

/**
 * What somebody is to do in a case file, by when (requirement C8).
 *
 * @param id its node
 * @param revision of the node
 * @param within what it lies in: the routing part, or the tasking it is part of
 * @param caseFile where
 * @param route the route it is a step of
 * @param step the element of the template
 * @param title what people read for the step
 * @param form its task type
 * @param instruction what is to be done; may be empty
 * @param assignee whom it was given to
 * @param assigneeKind {@code component}, {@code group} or {@code person}
 * @param claimedBy who of the group took it
 * @param access what it lets the assignee do in the file
 * @param due its suspense
 * @param state where it is
 * @param outcome how it ended
 * @param comment what was said with it
 * @param assignedBy who gave it
 * @param assignedAt when, UTC
 * @param completedBy who ended it
 * @param completedAt when, UTC
 * @param engineTask the engine's id, when it is a step of a route
 * @param document the draft it is about
 * @param version the draft's version
 * @param opened locked nodes that were opened to the assignee for it
 */
public record Tasking(
    NodeId id,
    long revision,
    NodeId within,
    NodeId caseFile,
    Optional<NodeId> route,
    Optional<String> step,
    String title,
    String form,
    String instruction,
    String assignee,
    String assigneeKind,
    Optional<String> claimedBy,
    TaskAccess access,
    LocalDate due,
    TaskState state,
    Optional<String> outcome,
    Optional<String> comment,
    String assignedBy,
    Instant assignedAt,
    Optional<String> completedBy,
    Optional<Instant> completedAt,
    Optional<String> engineTask,
    Optional<NodeId> document,
    Optional<String> version,
    List<NodeId> opened) {

  /** Copies the list. */
  public Tasking {
    opened = List.copyOf(opened);
  }

  /** Reads a node of type {@code cor:tasking}. */
  public static Tasking of(Node node) {
    return new Tasking(
        node.id(),
        node.revision(),
        node.parent().orElseThrow(),
        NodeId.of(node.text(Cor.TASK_FILE).orElseThrow()),
        node.text(Cor.ROUTE_ID).map(NodeId::of),
        node.text(Cor.TASK_STEP),
        node.name().replaceFirst(" \\[[0-9a-f]+\\]$", ""),
        node.text(Cor.TASK_FORM).orElse(TaskForm.GENERAL.toString()),
        node.text(Cor.INSTRUCTION).orElse(""),
        node.text(Cor.ASSIGNEE).orElseThrow(),
        node.text(Cor.ASSIGNEE_KIND).orElseThrow(),
        node.text(Cor.CLAIMED_BY),
        node.text(Cor.TASK_ACCESS).flatMap(TaskAccess::of).orElse(TaskAccess.VIEW),
        node.date(Cor.TASK_DUE).orElseThrow(),
        TaskState.of(node.text(Cor.TASK_STATE).orElseThrow()),
        node.text(Cor.OUTCOME),
        node.text(Cor.OUTCOME_COMMENT),
        node.text(Cor.ASSIGNED_BY).orElseThrow(),
        node.instant(Cor.ASSIGNED_AT).orElseThrow(),
        node.text(Cor.COMPLETED_BY),
        node.instant(Cor.COMPLETED_AT),
        node.text(Cor.ENGINE_TASK),
        node.text(Cor.TASK_DOCUMENT).map(NodeId::of),
        node.text(Cor.TASK_VERSION),
        node.<String>list(Cor.TASK_OPENED).stream().map(NodeId::of).toList());
  }

  /** Whether it was given to one person. */
  public boolean personal() {
    return assigneeKind.equals(Assignee.Kind.PERSON.code());
  }

  /** Whose it is to do now: who claimed it, else whom it was given to. */
  public String doer() {
    return claimedBy.orElse(assignee);
  }
}
