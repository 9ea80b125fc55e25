package org.alfresco.service.namespace;

import java.io.Serializable;

/** A name in a namespace. */
public final class QName implements QNamePattern, Serializable, Cloneable, Comparable<QName> {
  private static final long serialVersionUID = 1L;

  private QName() {}

  public static QName createQName(String text, String text2) {
    throw new UnsupportedOperationException();
  }

  public static QName createQName(
      String text, String text2, NamespacePrefixResolver namespacePrefixResolver) {
    throw new UnsupportedOperationException();
  }

  public static QName createQName(String text, NamespacePrefixResolver namespacePrefixResolver) {
    throw new UnsupportedOperationException();
  }

  public static QName createQName(String text) {
    throw new UnsupportedOperationException();
  }

  public static String createValidLocalName(String text) {
    throw new UnsupportedOperationException();
  }

  public String getLocalName() {
    throw new UnsupportedOperationException();
  }

  public String getNamespaceURI() {
    throw new UnsupportedOperationException();
  }

  public boolean equals(Object object) {
    throw new UnsupportedOperationException();
  }

  public boolean isMatch(QName name) {
    throw new UnsupportedOperationException();
  }

  public int hashCode() {
    throw new UnsupportedOperationException();
  }

  public String toString() {
    throw new UnsupportedOperationException();
  }

  public int compareTo(QName name) {
    throw new UnsupportedOperationException();
  }
}
