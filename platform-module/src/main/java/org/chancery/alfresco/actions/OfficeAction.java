package org.chancery.alfresco.actions;

import java.util.List;
import org.alfresco.repo.action.ParameterDefinitionImpl;
import org.alfresco.repo.action.executer.ActionExecuterAbstractBase;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.chancery.core.Chancery;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Capability;
import org.chancery.core.repository.NodeId;

/** An act of the domain, done to an item by whoever asks for it, as their roles allow it. */
abstract class OfficeAction extends ActionExecuterAbstractBase {
  private final Office office;
  private final Capability needed;

  OfficeAction(Office office, Capability needed) {
    this.office = office;
    this.needed = needed;
  }

  /** Does it. */
  abstract void act(Actor actor, NodeId id, Action action);

  final Chancery domain() {
    return office.domain();
  }

  @Override
  protected final void executeImpl(Action action, NodeRef node) {
    office.act(needed, node, (actor, id) -> act(actor, id, action));
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> list) {
    // Most take none.
  }

  /** A parameter that is a text. */
  final ParameterDefinition textNamed(String name, boolean mandatory) {
    return new ParameterDefinitionImpl(
        name, DataTypeDefinition.TEXT, mandatory, getParamDisplayLabel(name));
  }

  /** What was given for it; empty for nothing. */
  static String text(Action action, String parameter) {
    return action.getParameterValue(parameter) instanceof String text ? text : "";
  }
}
