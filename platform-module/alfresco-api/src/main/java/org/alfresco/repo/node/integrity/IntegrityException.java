package org.alfresco.repo.node.integrity;

import java.util.List;
import org.alfresco.error.AlfrescoRuntimeException;

/** Something is not as the model has it. */
public class IntegrityException extends AlfrescoRuntimeException {
  private static final long serialVersionUID = 1L;

  public IntegrityException(String text, List<IntegrityRecord> list) {
    super(text);
    throw new UnsupportedOperationException();
  }
}
