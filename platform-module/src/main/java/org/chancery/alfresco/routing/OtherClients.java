package org.chancery.alfresco.routing;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.activiti.engine.delegate.event.ActivitiEntityEvent;
import org.activiti.engine.delegate.event.ActivitiEvent;
import org.activiti.engine.delegate.event.ActivitiEventListener;
import org.activiti.engine.task.Task;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.chancery.core.repository.WrongState;

/**
 * What Share, REST and scripts do to processes of ours. Answering a task is the domain's matter, by
 * the template's own listener. Whatever else would let engine and taskings disagree is refused.
 */
final class OtherClients implements ActivitiEventListener {
  private final OwnHand own;
  private final Templates templates;
  private final Tasks tasks;
  private final UnaryOperator<String> files;
  private final Supplier<SharedClaims> claims;

  /**
   * @param files the case file of a process
   */
  OtherClients(
      OwnHand own,
      Templates templates,
      Tasks tasks,
      UnaryOperator<String> files,
      Supplier<SharedClaims> claims) {
    this.own = own;
    this.templates = templates;
    this.tasks = tasks;
    this.files = files;
    this.claims = claims;
  }

  @Override
  public boolean isFailOnException() {
    return true;
  }

  @Override
  public void onEvent(ActivitiEvent event) {
    if (!templates.includes(event.getProcessDefinitionId())) {
      return;
    }
    switch (event.getType()) {
      case TASK_CREATED -> own.does(() -> tasks.handOver(task(event).getId()));
      case TASK_ASSIGNED -> assigned(task(event));
      case PROCESS_STARTED -> foreign("A routing template is started in Chancery, on a case file.");
      case PROCESS_CANCELLED -> foreign("A route is withdrawn in Chancery, with its reason.");
    }
  }

  /** Share takes up, gives back and hands on by naming another assignee, and REST does. */
  private void assigned(Task task) {
    if (own.working()) {
      return;
    }
    String me = AuthenticationUtil.getFullyAuthenticatedUser();
    String file = files.apply(task.getProcessInstanceId());
    if (task.getAssignee() == null) {
      claims.get().givenBack(me, file, task.getId());
    } else if (task.getAssignee().equals(me)) {
      // Whoever answers a task takes it first.
      claims.get().takenUp(me, file, task.getId());
    } else {
      foreign("A tasking is given to somebody else in Chancery, with a reason.");
    }
  }

  private void foreign(String refusal) {
    if (!own.working()) {
      throw new WrongState(refusal);
    }
  }

  private static Task task(ActivitiEvent event) {
    return (Task) ((ActivitiEntityEvent) event).getEntity();
  }
}
