package org.chancery.core.destruction;

import java.util.Objects;

/**
 * Where something of a removed folder may still be found.
 *
 * @param where in a word, such as {@code bytes}, {@code index} or {@code database}
 * @param why what stands in the way, and what to do about it; tells nothing of what was removed
 */
public record Remnant(String where, String why) {

  /** Needs both. */
  public Remnant {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(why, "why");
  }
}
