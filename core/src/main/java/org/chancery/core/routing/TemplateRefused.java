package org.chancery.core.routing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was handed in is no routing template, or one that must not run here. */
public final class TemplateRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, by element id, or by line where an element has none. */
  private final transient Map<String, String> problems;

  TemplateRefused(Map<String, String> problems) {
    super("The template is refused: " + problems);
    this.problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
  }

  /** Why, by element id, or by line where an element has none; in the order of the file. */
  public Map<String, String> problems() {
    return problems;
  }
}
