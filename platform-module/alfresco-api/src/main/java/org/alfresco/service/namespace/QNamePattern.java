package org.alfresco.service.namespace;

/** Matches names. */
public interface QNamePattern {
  boolean isMatch(QName name);
}
