package org.chancery.alfresco.actions;

import java.util.List;
import java.util.Set;
import org.alfresco.repo.action.ParameterDefinitionImpl;
import org.alfresco.repo.action.executer.ActionExecuterAbstractBase;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.chancery.core.access.Capability;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Grant;

/** <em>Lock</em>: only those named see the item from now on; its reason is kept. */
public final class LockAction extends ActionExecuterAbstractBase {
  private final Office office;

  /** As the office's roles allow it. */
  public LockAction(Office office) {
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
              .change(actor, id, new AccessList(false, grants(action)), text(action, "reason"));
        });
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> list) {
    list.add(
        new ParameterDefinitionImpl(
            "reason", DataTypeDefinition.TEXT, true, getParamDisplayLabel("reason")));
    list.add(
        new ParameterDefinitionImpl(
            "authority", DataTypeDefinition.TEXT, false, getParamDisplayLabel("authority")));
  }

  private static String text(Action action, String parameter) {
    return action.getParameterValue(parameter) instanceof String text ? text : "";
  }

  private static Set<Grant> grants(Action action) {
    String authority = text(action, "authority").strip();
    return authority.isEmpty() ? Set.of() : Set.of(new Grant(authority, Grant.Role.EDITOR));
  }
}
