package org.alfresco.service.cmr.action;

import java.io.Serializable;

/** Something with values by name. */
public interface ParameterizedItem {
  Serializable getParameterValue(String name);
}
