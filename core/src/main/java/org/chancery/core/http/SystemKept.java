package org.chancery.core.http;

import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.PropertyDefinition;

/** The properties that only the system itself writes; over HTTP they are read only. */
final class SystemKept {
  private static final String NAME = "cm:name";

  private SystemKept() {}

  /**
   * A name is changed by moving, a lock by the permissions, a declaration by nothing; where a case
   * file stands is changed by its route, by closing and by opening it again.
   */
  static boolean contains(PropertyDefinition property) {
    return property.readOnly()
        || property.declaredBy().equals(Cor.LOCKED)
        || property.declaredBy().equals(Rec.DECLARED)
        || property.name().equals(Cor.STATUS)
        || property.name().equals(Cor.DATE_CLOSED)
        || property.name().toString().equals(NAME);
  }
}
