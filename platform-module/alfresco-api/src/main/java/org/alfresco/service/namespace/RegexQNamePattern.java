package org.alfresco.service.namespace;

/** Matches names by an expression. */
public class RegexQNamePattern implements QNamePattern {
  public static final QNamePattern MATCH_ALL = null;

  public RegexQNamePattern(String text, String text2) {
    throw new UnsupportedOperationException();
  }

  public RegexQNamePattern(String text) {
    throw new UnsupportedOperationException();
  }

  public boolean isMatch(QName name) {
    throw new UnsupportedOperationException();
  }
}
