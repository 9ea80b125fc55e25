package org.chancery.alfresco.actions;

import java.util.List;
import java.util.Set;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Capability;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NodeId;

/** <em>Lock</em>: only those named see the item from now on; its reason is kept. */
public final class LockAction extends OfficeAction {

  /** As the office's roles allow it. */
  public LockAction(Office office) {
    super(office, Capability.LOCK);
  }

  @Override
  void act(Actor actor, NodeId id, Action action) {
    domain()
        .locking()
        .change(actor, id, new AccessList(false, grants(action)), text(action, "reason"));
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> list) {
    list.add(textNamed("reason", true));
    list.add(textNamed("authority", false));
  }

  private static Set<Grant> grants(Action action) {
    String authority = text(action, "authority").strip();
    return authority.isEmpty() ? Set.of() : Set.of(new Grant(authority, Grant.Role.EDITOR));
  }
}
