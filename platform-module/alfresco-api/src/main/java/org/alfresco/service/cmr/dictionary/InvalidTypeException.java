package org.alfresco.service.cmr.dictionary;

import org.alfresco.service.namespace.QName;

/** A type that no model defines. */
public class InvalidTypeException extends InvalidClassException {
  private static final long serialVersionUID = 1L;

  public InvalidTypeException(QName name) {
    super((QName) null);
    throw new UnsupportedOperationException();
  }

  public InvalidTypeException(String text, QName name) {
    super((QName) null);
    throw new UnsupportedOperationException();
  }
}
