package org.alfresco.service.cmr.dictionary;

import org.alfresco.service.namespace.QName;

/** The kind of a value. */
public interface DataTypeDefinition {
  QName TEXT = null;
}
