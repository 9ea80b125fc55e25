package org.alfresco.service.cmr.dictionary;

import org.alfresco.service.namespace.QName;

/** An aspect that no model defines. */
public class InvalidAspectException extends InvalidClassException {
  private static final long serialVersionUID = 1L;

  public InvalidAspectException(QName name) {
    super((QName) null);
    throw new UnsupportedOperationException();
  }

  public InvalidAspectException(String text, QName name) {
    super((QName) null);
    throw new UnsupportedOperationException();
  }
}
