package org.chancery.alfresco.records;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.chancery.core.audit.Action;

/**
 * Around the platform's versions and permissions, of whose changes no policy tells in time, or at
 * all. The platform builds its services before ours: until {@link #guard}, everything passes.
 */
public final class ServiceAdvice implements MethodInterceptor {
  private static final Set<String> VERSIONS =
      Set.of("deleteVersion", "deleteVersionHistory", "revert", "createVersion");
  private static final Set<String> PERMISSIONS =
      Set.of(
          "deletePermissions",
          "clearPermission",
          "deletePermission",
          "setPermission",
          "setInheritParentPermissions");

  private static final Set<String> REMOVALS = Set.of("deleteNode", "removeChild", "moveNode");
  private static final Set<String> READS = Set.of("getProperties", "getProperty");

  /** Where the platform keeps versions; its own service of versions takes them away otherwise. */
  private static final String VERSION_STORE = "version2Store";

  private volatile RecordMarks marks;
  private volatile ClosedCases closed;
  private volatile HoldVeto holds;
  private volatile ForeignChanges foreign;
  private volatile BooleanSupplier ours;

  /**
   * From now on records, closed case files and what is under a hold are guarded.
   *
   * @param known what is a record
   * @param shut what lies in a closed case file
   * @param held what is under a hold
   * @param changes what other clients do
   * @param own whether a change through our own ports is at work on this thread
   */
  public void guard(
      RecordMarks known,
      ClosedCases shut,
      HoldVeto held,
      ForeignChanges changes,
      BooleanSupplier own) {
    ours = own;
    closed = shut;
    holds = held;
    foreign = changes;
    marks = known;
  }

  @Override
  public Object invoke(MethodInvocation call) throws Throwable {
    RecordMarks known = marks;
    Object[] arguments = call.getArguments();
    boolean watched =
        known != null
            && arguments.length > 0
            && arguments[0] instanceof NodeRef
            && !ours.getAsBoolean();
    return watched ? watch(call, known, (NodeRef) arguments[0]) : call.proceed();
  }

  private Object watch(MethodInvocation call, RecordMarks known, NodeRef node) throws Throwable {
    String method = call.getMethod().getName();
    Object service = call.getThis();
    if (service instanceof NodeService) {
      if (READS.contains(method)) {
        known.protectedPart(node).ifPresent(foreign::seen);
      } else if (REMOVALS.contains(method)
          && node.getStoreRef().getIdentifier().equals(VERSION_STORE)) {
        throw known.refusal(
            Action.DELETE, node, "A version is deleted in its history, not as an item.");
      }
    } else if (VERSIONS.contains(method)) {
      Action action = method.startsWith("delete") ? Action.DELETE : Action.UPDATE;
      known.refuseDeclared(action, node);
      closed.refuse(action, node);
      if (action == Action.DELETE) {
        holds.refuseLoss(action, node);
      } else if (method.equals("revert")) {
        holds.refuseRevert(node);
      }
    } else if (PERMISSIONS.contains(method)) {
      known.refusePermissions(node);
      Object answer = call.proceed();
      foreign.permissionsChanged(node);
      return answer;
    }
    return call.proceed();
  }
}
