package org.alfresco.service.cmr.dictionary;

import org.alfresco.error.AlfrescoRuntimeException;

/** Something wrong with a model. */
public class DictionaryException extends AlfrescoRuntimeException {
  private static final long serialVersionUID = 1L;

  public DictionaryException(String text) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public DictionaryException(String message, Throwable cause) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public DictionaryException(String text, Object... object) {
    super((String) null);
    throw new UnsupportedOperationException();
  }

  public DictionaryException(String message, Throwable cause, Object... object) {
    super((String) null);
    throw new UnsupportedOperationException();
  }
}
