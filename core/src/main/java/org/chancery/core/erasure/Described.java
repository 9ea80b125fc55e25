package org.chancery.core.erasure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.core.repository.Node;
import org.chancery.model.QName;

/**
 * One way in which somebody is or was described: as their entry is now, as one that was merged into
 * it was, as it was before.
 *
 * @param person values of an entry
 * @param contact values of a private contact; none where it has none
 */
public record Described(Map<QName, Object> person, Map<QName, Object> contact) {

  /** Copies both. */
  public Described {
    person = new LinkedHashMap<>(person);
    contact = new LinkedHashMap<>(contact);
  }

  static Described of(Node person) {
    return new Described(person.properties(), Map.of());
  }

  static Described of(Node person, Node contact) {
    return new Described(person.properties(), contact.properties());
  }
}
