package org.chancery.core.response;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.routing.Tasking;
import org.chancery.core.routing.Taskings;

/**
 * Completes the signature that a case file's taskings wait for, on behalf of the system: the paper
 * proves it. A signature of another letter, and one of which parts are still open, is left to
 * whoever has it.
 */
public final class RoutedSignature implements Signature {
  private static final String SIGN = "cwf:signTask";
  private static final String SIGNED = "signed";

  private final Taskings taskings;

  /** Among these taskings. */
  public RoutedSignature(Taskings taskings) {
    this.taskings = taskings;
  }

  @Override
  public void completed(Actor reader, NodeId caseFile, NodeId letter) {
    Caller system = Caller.ofSystem();
    List<Tasking> active =
        taskings.ofFile(system, caseFile).stream().filter(each -> each.state().active()).toList();
    Set<NodeId> whole = new HashSet<>();
    active.forEach(each -> whole.add(each.within()));
    active.stream()
        .filter(each -> each.form().equals(SIGN))
        .filter(each -> each.document().map(letter::equals).orElse(true))
        .filter(each -> !whole.contains(each.id()))
        .forEach(
            each ->
                taskings.complete(
                    Actor.ofSystem(),
                    each.id(),
                    taskings.get(system, each.id()).revision(),
                    SIGNED,
                    Optional.empty()));
  }
}
