package org.chancery.core.vocabulary;

import org.chancery.model.QName;

/** Names of the platform's content model that the domain speaks of. */
public final class Cm {

  /** {@code cm:folder}. */
  public static final QName FOLDER = QName.of("cm:folder");

  /** {@code cm:content}. */
  public static final QName CONTENT = QName.of("cm:content");

  /** {@code cm:title}. */
  public static final QName TITLE = QName.of("cm:title");

  /** {@code cm:description}. */
  public static final QName DESCRIPTION = QName.of("cm:description");

  private Cm() {}
}
