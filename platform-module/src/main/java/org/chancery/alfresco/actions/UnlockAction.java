package org.chancery.alfresco.actions;

import java.util.List;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Capability;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.NodeId;

/** <em>Unlock</em>: the item is seen again by whom it usually is; its reason is kept. */
public final class UnlockAction extends OfficeAction {

  /** As the office's roles allow it. */
  public UnlockAction(Office office) {
    super(office, Capability.LOCK);
  }

  @Override
  void act(Actor actor, NodeId id, Action action) {
    domain().locking().change(actor, id, AccessList.inherited(), text(action, "reason"));
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> list) {
    list.add(textNamed("reason", true));
  }
}
