package org.chancery.core.matching;

import java.util.List;

/**
 * Phone numbers and e-mail addresses as somebody wrote them.
 *
 * @param phones with extensions, if any
 * @param emails addresses
 */
public record Reach(List<String> phones, List<String> emails) {
  /** Nothing is known. */
  public static final Reach NONE = new Reach(List.of(), List.of());

  /** Copies. */
  public Reach {
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
  }
}
