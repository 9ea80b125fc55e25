package org.alfresco.repo.lock;

import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.service.namespace.QName;

/** A lock that somebody else has. */
public class LockAcquisitionException extends AlfrescoRuntimeException {
  private static final long serialVersionUID = 1L;

  public LockAcquisitionException(QName name, String text) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public LockAcquisitionException(String text, Object... object) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public LockAcquisitionException(Throwable throwable, String text, Object... object) {
    super((String) null);
    throw new UnsupportedOperationException();
  }
}
