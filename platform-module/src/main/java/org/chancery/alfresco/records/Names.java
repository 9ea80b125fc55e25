package org.chancery.alfresco.records;

import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Names as the platform writes them. */
final class Names {
  private static final String RECORDS = "http://chancery.org/model/records/1.0";
  private static final String CORRESPONDENCE = "http://chancery.org/model/correspondence/1.0";

  static final QName DECLARED = record("declared");
  static final QName HOLDS_RECORDS = record("holdsRecords");
  static final QName RECORD_ID = record("recordId");

  private Names() {}

  /** Of the records model. */
  static QName record(String name) {
    return QName.createQName(RECORDS, name);
  }

  /** Of the correspondence model. */
  static QName correspondence(String name) {
    return QName.createQName(CORRESPONDENCE, name);
  }

  /** Of a policy. */
  static QName policy(String name) {
    return QName.createQName(NamespaceService.ALFRESCO_URI, name);
  }
}
