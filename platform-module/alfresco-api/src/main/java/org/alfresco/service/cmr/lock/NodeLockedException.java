package org.alfresco.service.cmr.lock;

import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.service.cmr.repository.NodeRef;

/** A node that is locked. */
public class NodeLockedException extends AlfrescoRuntimeException {
  private static final long serialVersionUID = 1L;

  public NodeLockedException() {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public NodeLockedException(NodeRef nodeRef) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public NodeLockedException(NodeRef nodeRef, String text) {
    super((String) null);
    throw new UnsupportedOperationException();
  }
}
