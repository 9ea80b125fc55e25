package org.chancery.core.repository;

import java.util.Map;

/** The content model forbids it. */
public final class Invalid extends RepositoryException {
  private static final long serialVersionUID = 1L;

  /**
   * Message by property name (or {@code type}, {@code parent}, {@code name}); for the form that was
   * filled in.
   */
  private final Map<String, String> problems;

  /** Message by property name, in the order of the form. */
  public Invalid(Map<String, String> problems) {
    super("Some values are not allowed: " + problems);
    this.problems = Map.copyOf(problems);
  }

  /** Message by property name. */
  public Map<String, String> problems() {
    return problems;
  }
}
