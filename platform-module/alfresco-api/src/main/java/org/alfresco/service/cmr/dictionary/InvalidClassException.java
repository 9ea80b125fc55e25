package org.alfresco.service.cmr.dictionary;

import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.service.namespace.QName;

/** A type or aspect that no model defines. */
public class InvalidClassException extends AlfrescoRuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidClassException(QName name) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public InvalidClassException(String text, QName name) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public QName getClassName() {
    throw new UnsupportedOperationException();
  }
}
