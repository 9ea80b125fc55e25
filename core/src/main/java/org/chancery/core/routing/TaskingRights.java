package org.chancery.core.routing;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;

/**
 * Who may do what with a tasking. Whoever has it claims, returns, completes it and gives parts of
 * it to others; whoever gave it, or decides who sees the file, moves its suspense, gives it to
 * somebody else, or takes it back; the supervisor of who has it gives it to somebody else.
 */
final class TaskingRights {
  private final Permissions permissions;
  private final Assignees assignees;

  TaskingRights(Permissions permissions, Assignees assignees) {
    this.permissions = permissions;
    this.assignees = assignees;
  }

  /** What the actor may do with the tasking now. */
  Set<TaskingAction> of(Actor actor, Tasking tasking) {
    return of(actor, List.of(tasking)).get(tasking.id());
  }

  /** The same for many, at the price of one. */
  Map<NodeId, Set<TaskingAction>> of(Actor actor, List<Tasking> taskings) {
    Caller caller = actor.caller();
    List<NodeId> files = taskings.stream().map(Tasking::caseFile).distinct().toList();
    Map<NodeId, Set<Permission>> onFiles = permissions.allowed(caller, files);
    Map<NodeId, Set<TaskingAction>> all = new HashMap<>();
    for (Tasking tasking : taskings) {
      boolean decides =
          onFiles
              .getOrDefault(tasking.caseFile(), Set.of())
              .contains(Permission.CHANGE_PERMISSIONS);
      all.put(tasking.id(), of(caller, tasking, decides));
    }
    return all;
  }

  private Set<TaskingAction> of(Caller caller, Tasking tasking, boolean decides) {
    Set<TaskingAction> may = EnumSet.noneOf(TaskingAction.class);
    if (!tasking.state().active()) {
      return may;
    }
    boolean has = tasking.doer().equals(caller.user());
    boolean could =
        tasking.state() == TaskState.OPEN
            && !tasking.personal()
            && caller.authorities().contains(tasking.assignee());
    boolean gave = tasking.assignedBy().equals(caller.user()) || decides || caller.system();
    if (could) {
      may.add(TaskingAction.CLAIM);
    }
    if (has || could || caller.system()) {
      may.add(TaskingAction.COMPLETE);
    }
    boolean back = tasking.claimedBy().isPresent() || !tasking.assignedBy().equals(tasking.doer());
    if ((has || could) && back) {
      may.add(TaskingAction.RETURN);
    }
    if (has) {
      may.add(TaskingAction.SUBTASK);
    }
    if (gave || leads(caller, tasking)) {
      may.add(TaskingAction.REASSIGN);
    }
    if (gave) {
      may.add(TaskingAction.EXTEND);
      if (tasking.route().isEmpty()) {
        may.add(TaskingAction.WITHDRAW);
      }
    }
    return may;
  }

  /** Whether the caller supervises, or speaks for, a component of who has it. */
  boolean leads(Caller caller, Tasking tasking) {
    boolean anywhere =
        caller.authorities().contains(Authorities.role(Role.SUPERVISOR))
            || caller.authorities().contains(Authorities.role(Role.COMPONENT_REPRESENTATIVE));
    return anywhere
        && assignees.components(tasking.assignee()).stream().anyMatch(code -> leads(caller, code));
  }

  /** Whether the caller supervises, or speaks for, the component. */
  static boolean leads(Caller caller, String component) {
    return caller.authorities().contains(Authorities.roleIn(component, Role.SUPERVISOR))
        || caller
            .authorities()
            .contains(Authorities.roleIn(component, Role.COMPONENT_REPRESENTATIVE));
  }
}
