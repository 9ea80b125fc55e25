package org.alfresco.service.cmr.dictionary;

import org.alfresco.service.namespace.QName;

/** A type or aspect. */
public interface ClassDefinition {
  QName getName();

  QName getParentName();
}
