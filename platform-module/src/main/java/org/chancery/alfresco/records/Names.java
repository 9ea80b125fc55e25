package org.chancery.alfresco.records;

import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.chancery.alfresco.names.ModelNames;
import org.chancery.core.vocabulary.Rec;

/** Names as the platform writes them. */
final class Names {
  static final QName DECLARED = model(Rec.DECLARED);
  static final QName HOLDS_RECORDS = model(Rec.HOLDS_RECORDS);
  static final QName RECORD_ID = model(Rec.RECORD_ID);

  private Names() {}

  /** Of the correspondence model. */
  static QName correspondence(String name) {
    return model(new org.chancery.model.QName("cor", name));
  }

  private static QName model(org.chancery.model.QName name) {
    return ModelNames.shipped().toPlatform(name);
  }

  /** Of a policy. */
  static QName policy(String name) {
    return QName.createQName(NamespaceService.ALFRESCO_URI, name);
  }
}
