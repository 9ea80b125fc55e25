package org.chancery.alfresco.records;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.alfresco.service.cmr.repository.NodeRef;
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

  private volatile RecordMarks marks;
  private volatile BooleanSupplier ours;

  /**
   * From now on records are guarded.
   *
   * @param known what is a record
   * @param own whether a change through our own ports is at work on this thread
   */
  public void guard(RecordMarks known, BooleanSupplier own) {
    ours = own;
    marks = known;
  }

  @Override
  public Object invoke(MethodInvocation call) throws Throwable {
    RecordMarks known = marks;
    Object[] arguments = call.getArguments();
    if (known != null
        && arguments.length > 0
        && arguments[0] instanceof NodeRef node
        && !ours.getAsBoolean()) {
      String method = call.getMethod().getName();
      if (VERSIONS.contains(method)) {
        known.refuseDeclared(method.startsWith("delete") ? Action.DELETE : Action.UPDATE, node);
      } else if (PERMISSIONS.contains(method)) {
        known.refusePermissions(node);
      }
    }
    return call.proceed();
  }
}
