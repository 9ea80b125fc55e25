package org.alfresco.repo.action;

import java.io.Serializable;
import org.alfresco.service.cmr.action.ParameterDefinition;
import org.alfresco.service.namespace.QName;

/** A value that an action takes. */
public class ParameterDefinitionImpl implements ParameterDefinition, Serializable {
  private static final long serialVersionUID = 1L;

  public ParameterDefinitionImpl(String text, QName name, boolean mandatory, String text2) {
    throw new UnsupportedOperationException();
  }
}
