package org.chancery.alfresco.actions;

import java.util.List;
import org.alfresco.repo.action.ParameterDefinitionImpl;
import org.alfresco.repo.action.executer.ActionExecuterAbstractBase;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.chancery.core.access.Capability;
import org.chancery.core.repository.AccessList;

/** <em>Unlock</em>: the item is seen again by whom it usually is; its reason is kept. */
public final class UnlockAction extends ActionExecuterAbstractBase {
  private final Office office;

  /** As the office's roles allow it. */
  public UnlockAction(Office office) {
    this.office = office;
  }

  @Override
  protected void executeImpl(Action action, NodeRef node) {
    office.act(
        Capability.LOCK,
        node,
        (actor, id) -> {
          office
              .domain()
              .locking()
              .change(actor, id, AccessList.inherited(), text(action, "reason"));
        });
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> list) {
    list.add(
        new ParameterDefinitionImpl(
            "reason", DataTypeDefinition.TEXT, true, getParamDisplayLabel("reason")));
  }

  private static String text(Action action, String parameter) {
    return action.getParameterValue(parameter) instanceof String text ? text : "";
  }
}
