package org.chancery.core.vocabulary;

import org.chancery.model.QName;

/** Names of the records model that the domain speaks of; what each means is said in the model. */
public final class Rec {

  /** {@code rec:filePlan}. */
  public static final QName FILE_PLAN = QName.of("rec:filePlan");

  private Rec() {}
}
