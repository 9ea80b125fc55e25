package org.chancery.core.routing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whom something can be given to.
 *
 * @param name an account's or group's
 * @param kind what it is
 * @param component code of the component it is, or is part of
 * @param authorities what it acts with: a person's all; of a group, those that each member has
 */
record Assignee(String name, Kind kind, Optional<String> component, Set<String> authorities) {

  /** Copies the authorities. */
  Assignee {
    authorities = Set.copyOf(authorities);
  }

  /** What an assignee is. */
  enum Kind {
    /** All of a component. */
    COMPONENT,
    /** Any other group. */
    GROUP,
    /** One account. */
    PERSON;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
