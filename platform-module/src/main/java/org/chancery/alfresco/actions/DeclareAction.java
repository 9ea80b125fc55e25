package org.chancery.alfresco.actions;

import java.util.List;
import java.util.Optional;
import org.alfresco.repo.action.executer.ActionExecuterAbstractBase;
import org.alfresco.service.cmr.action.Action;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.chancery.core.access.Capability;

/** <em>Declare</em>: makes a document or a case file a record, for good. */
public final class DeclareAction extends ActionExecuterAbstractBase {
  private final Office office;

  /** As the office's roles allow it. */
  public DeclareAction(Office office) {
    this.office = office;
  }

  @Override
  protected void executeImpl(Action action, NodeRef node) {
    office.act(
        Capability.DECLARE,
        node,
        (actor, id) -> {
          office.domain().declaration().declare(actor, id, Optional.empty());
        });
  }

  @Override
  protected void addParameterDefinitions(List<ParameterDefinition> list) {
    // It takes none.
  }
}
