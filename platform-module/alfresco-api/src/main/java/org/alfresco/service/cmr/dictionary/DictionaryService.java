package org.alfresco.service.cmr.dictionary;

import org.alfresco.service.namespace.QName;

/** The types, aspects and properties that the models define. */
public interface DictionaryService {

  TypeDefinition getType(QName name);

  boolean isSubClass(QName name, QName name2);
}
