package org.chancery.core.response;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.NodeId;
import org.chancery.core.routing.Tasking;
import org.chancery.core.routing.TaskingAction;
import org.chancery.core.routing.Taskings;

/**
 * The taskings of a case file that ask for its answer to be dispatched: whoever records the
 * dispatch has done what they ask for, and is not asked again.
 */
public final class DispatchTaskings {
  private static final String DISPATCH = "cwf:dispatchTask";
  private static final String DISPATCHED = "dispatched";

  private final Taskings taskings;

  /** Among these taskings. */
  public DispatchTaskings(Taskings taskings) {
    this.taskings = taskings;
  }

  /**
   * The one that the actor would complete by a dispatch: the oldest of those that they may complete
   * now. One of which parts are still open is none.
   */
  Optional<Tasking> next(Actor actor, NodeId caseFile) {
    List<Tasking> active =
        taskings.ofFile(actor.caller(), caseFile).stream()
            .filter(each -> each.state().active())
            .toList();
    Set<NodeId> whole = new HashSet<>();
    active.forEach(each -> whole.add(each.within()));
    List<Tasking> asking =
        active.stream()
            .filter(each -> each.form().equals(DISPATCH))
            .filter(each -> !whole.contains(each.id()))
            .sorted(Comparator.comparing(Tasking::assignedAt))
            .toList();
    Map<NodeId, Set<TaskingAction>> allowed = taskings.allowed(actor, asking);
    return asking.stream()
        .filter(each -> allowed.get(each.id()).contains(TaskingAction.COMPLETE))
        .findFirst();
  }

  /** Completes it, within the transaction in progress; its route goes on. */
  Optional<Tasking> complete(Actor actor, NodeId caseFile) {
    return next(actor, caseFile)
        .map(
            tasking ->
                taskings.complete(
                    actor, tasking.id(), tasking.revision(), DISPATCHED, Optional.empty()));
  }
}
