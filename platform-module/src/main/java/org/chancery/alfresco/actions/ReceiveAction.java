package org.chancery.alfresco.actions;

import java.util.List;
import java.util.Optional;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Capability;
import org.chancery.core.repository.NodeId;

/**
 * <em>Receive as correspondence</em>: the item becomes mail that came in, and waits at the intake
 * desk.
 */
public final class ReceiveAction extends OfficeAction {
  private final Mailbox mailbox;

  /** As the office's roles allow it. */
  public ReceiveAction(Office office, Mailbox mailbox) {
    super(office, Capability.RECEIVE);
    this.mailbox = mailbox;
  }

  @Override
  void act(Actor actor, NodeId id, Action action) {
    String component = text(action, "component").strip();
    mailbox.receive(actor, id, component.isEmpty() ? Optional.empty() : Optional.of(component));
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> list) {
    list.add(textNamed("component", false));
  }
}
