package org.chancery.alfresco.routing;

import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.WrongState;
import org.chancery.core.routing.Tasking;
import org.chancery.core.routing.Taskings;

/** Carries out on the tasking what somebody does to its task in Share: take it up, give it back. */
public final class SharedClaims {
  private static final String GIVEN_BACK = "Given back in the platform's own task list.";

  private final Taskings taskings;
  private final Accounts accounts;

  /**
   * In this repository.
   *
   * @param taskings the domain's
   * @param accounts its people
   */
  public SharedClaims(Taskings taskings, Accounts accounts) {
    this.taskings = taskings;
    this.accounts = accounts;
  }

  void takenUp(String user, String caseFile, String task) {
    Actor actor = actor(user);
    Tasking tasking = tasking(actor, caseFile, task);
    if (!tasking.doer().equals(user)) {
      taskings.claim(actor, tasking.id(), tasking.revision());
    }
  }

  void givenBack(String user, String caseFile, String task) {
    Actor actor = actor(user);
    Tasking tasking = tasking(actor, caseFile, task);
    taskings.giveBack(actor, tasking.id(), tasking.revision(), GIVEN_BACK);
  }

  private Actor actor(String user) {
    return accounts
        .find(user)
        .map(account -> Actor.of(account, "platform"))
        .orElseThrow(() -> new Denied("Nobody of that name works here."));
  }

  private Tasking tasking(Actor actor, String caseFile, String task) {
    return taskings.ofFile(actor.caller(), NodeId.of(caseFile)).stream()
        .filter(each -> each.engineTask().equals(Optional.of(task)))
        .findFirst()
        .orElseThrow(() -> new WrongState("There is no such tasking in the case file."));
  }
}
