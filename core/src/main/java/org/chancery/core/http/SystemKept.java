package org.chancery.core.http;

import org.chancery.core.vocabulary.Cor;
import org.chancery.model.PropertyDefinition;

/** The properties that only the system itself writes; over HTTP they are read only. */
final class SystemKept {
  private static final String NAME = "cm:name";

  private SystemKept() {}

  /** A name is changed by moving, a lock by the permissions. */
  static boolean contains(PropertyDefinition property) {
    return property.readOnly()
        || property.declaredBy().equals(Cor.LOCKED)
        || property.name().toString().equals(NAME);
  }
}
