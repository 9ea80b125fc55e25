package org.chancery.core.vocabulary;

import org.chancery.model.QName;

/** Names of the records model that the domain speaks of; what each means is said in the model. */
public final class Rec {

  /** {@code rec:filePlan}. */
  public static final QName FILE_PLAN = QName.of("rec:filePlan");

  /** {@code rec:declared}. */
  public static final QName DECLARED = QName.of("rec:declared");

  /** {@code rec:recordId}. */
  public static final QName RECORD_ID = QName.of("rec:recordId");

  /** {@code rec:declaredAt}. */
  public static final QName DECLARED_AT = QName.of("rec:declaredAt");

  /** {@code rec:declaredBy}. */
  public static final QName DECLARED_BY = QName.of("rec:declaredBy");

  /** {@code rec:declaredWith}. */
  public static final QName DECLARED_WITH = QName.of("rec:declaredWith");

  /** {@code rec:digest}. */
  public static final QName DIGEST = QName.of("rec:digest");

  /** {@code rec:holdsRecords}. */
  public static final QName HOLDS_RECORDS = QName.of("rec:holdsRecords");

  private Rec() {}
}
