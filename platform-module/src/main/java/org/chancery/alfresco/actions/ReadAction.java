package org.chancery.alfresco.actions;

import org.alfresco.service.cmr.action.Action;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Capability;
import org.chancery.core.repository.NodeId;

/** <em>Read (OCR)</em>: has a document read, for the first time or again. */
public final class ReadAction extends OfficeAction {

  /** As the office's roles allow it. */
  public ReadAction(Office office) {
    super(office, Capability.CHANGE);
  }

  @Override
  void act(Actor actor, NodeId id, Action action) {
    domain().intake().documents().readAgain(actor, id);
  }
}
