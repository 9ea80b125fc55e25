package org.chancery.alfresco.actions;

import java.util.List;
import org.alfresco.repo.action.executer.ActionExecuterAbstractBase;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.chancery.core.access.Capability;

/** <em>Read (OCR)</em>: has a document read, for the first time or again. */
public final class ReadAction extends ActionExecuterAbstractBase {
  private final Office office;

  /** As the office's roles allow it. */
  public ReadAction(Office office) {
    this.office = office;
  }

  @Override
  protected void executeImpl(Action action, NodeRef node) {
    office.act(
        Capability.CHANGE,
        node,
        (actor, id) -> {
          office.domain().intake().documents().readAgain(actor, id);
        });
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> list) {
    // It takes none.
  }
}
