package org.chancery.core.repository;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.chancery.model.QName;

/**
 * A change to one node's own properties and aspects.
 *
 * @param set values to write
 * @param remove properties to clear
 * @param addAspects aspects to add
 * @param removeAspects aspects to take away, with all their properties; those the type demands stay
 */
public record Change(
    Map<QName, Object> set, Set<QName> remove, Set<QName> addAspects, Set<QName> removeAspects) {

  /** Copies the collections. */
  public Change {
    set = Map.copyOf(set);
    remove = Set.copyOf(remove);
    addAspects = Set.copyOf(addAspects);
    removeAspects = Set.copyOf(removeAspects);
  }

  /** A change that takes no aspect away. */
  public Change(Map<QName, Object> set, Set<QName> remove, Set<QName> addAspects) {
    this(set, remove, addAspects, Set.of());
  }

  /** Writes the values; a {@code null} value clears its property. */
  public static Change of(Map<QName, Object> values) {
    Map<QName, Object> set = new LinkedHashMap<>();
    Set<QName> remove = new LinkedHashSet<>();
    values.forEach(
        (name, value) -> {
          if (value == null) {
            remove.add(name);
          } else {
            set.put(name, value);
          }
        });
    return new Change(set, remove, Set.of());
  }
}
