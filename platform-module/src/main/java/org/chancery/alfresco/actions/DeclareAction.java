package org.chancery.alfresco.actions;

import java.util.Optional;
import org.alfresco.service.cmr.action.Action;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Capability;
import org.chancery.core.repository.NodeId;

/** <em>Declare</em>: makes a document or a case file a record, for good. */
public final class DeclareAction extends OfficeAction {

  /** As the office's roles allow it. */
  public DeclareAction(Office office) {
    super(office, Capability.DECLARE);
  }

  @Override
  void act(Actor actor, NodeId id, Action action) {
    domain().declaration().declare(actor, id, Optional.empty());
  }
}
