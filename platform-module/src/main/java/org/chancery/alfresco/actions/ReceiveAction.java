package org.chancery.alfresco.actions;

import java.util.List;
import java.util.Optional;
import org.alfresco.repo.action.ParameterDefinitionImpl;
import org.alfresco.repo.action.executer.ActionExecuterAbstractBase;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.chancery.core.access.Capability;

/**
 * <em>Receive as correspondence</em>: the item becomes mail that came in, and waits at the intake
 * desk.
 */
public final class ReceiveAction extends ActionExecuterAbstractBase {
  private final Office office;
  private final Mailbox mailbox;

  /** As the office's roles allow it. */
  public ReceiveAction(Office office, Mailbox mailbox) {
    this.office = office;
    this.mailbox = mailbox;
  }

  @Override
  protected void executeImpl(Action action, NodeRef node) {
    office.act(
        Capability.RECEIVE,
        node,
        (actor, id) -> {
          mailbox.receive(actor, id, component(action));
        });
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> list) {
    list.add(
        new ParameterDefinitionImpl(
            "component", DataTypeDefinition.TEXT, false, getParamDisplayLabel("component")));
  }

  private static Optional<String> component(Action action) {
    return action.getParameterValue("component") instanceof String code && !code.isBlank()
        ? Optional.of(code.strip())
        : Optional.empty();
  }
}
