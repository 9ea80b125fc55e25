package org.alfresco.service.cmr.dictionary;

import java.util.Collection;
import org.alfresco.service.namespace.QName;

/** The types, aspects and properties that the models define. */
public interface DictionaryService {
  Collection<QName> getAllModels();

  TypeDefinition getType(QName name);

  Collection<QName> getAllTypes();

  Collection<QName> getAllTypes(boolean flag);

  Collection<QName> getSubTypes(QName name, boolean flag);

  boolean isSubClass(QName name, QName name2);
}
