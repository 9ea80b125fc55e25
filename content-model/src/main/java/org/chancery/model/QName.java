package org.chancery.model;

import java.util.Objects;

/**
 * The prefixed name of a type, aspect, property or association, such as {@code cor:caseFile}. The
 * prefix stands for a namespace that {@link ContentModel#namespaces()} resolves; inside Chancery a
 * prefix is unique.
 *
 * @param prefix the namespace's prefix, not blank
 * @param localName the name within the namespace, not blank
 */
public record QName(String prefix, String localName) implements Comparable<QName> {

  /** Refuses blank parts and parts with a colon. */
  public QName {
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(localName, "localName");
    if (prefix.isBlank()
        || localName.isBlank()
        || prefix.contains(":")
        || localName.contains(":")) {
      throw new IllegalArgumentException("Not a prefixed name: '" + prefix + ":" + localName + "'");
    }
  }

  /**
   * Reads {@code prefix:localName}.
   *
   * @throws IllegalArgumentException when the text has not exactly that form
   */
  public static QName of(String prefixed) {
    int colon = prefixed.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("Not a prefixed name: '" + prefixed + "'");
    }
    return new QName(prefixed.substring(0, colon), prefixed.substring(colon + 1));
  }

  @Override
  public int compareTo(QName other) {
    return toString().compareTo(other.toString());
  }

  /** The form {@link #of} reads. */
  @Override
  public String toString() {
    return prefix + ":" + localName;
  }
}
