package org.chancery.core.repository;

import java.util.Objects;
import java.util.Set;

/**
 * On whose behalf something is done. Passed to every port explicitly, so that no code path can
 * forget to ask.
 *
 * @param user the account's name
 * @param authorities every authority the user acts with: the user's own name, {@code GROUP_…} names
 *     and {@code GROUP_EVERYONE}
 * @param system whether this is the system itself (jobs, bootstrap), for whom no permission is
 *     asked
 */
public record Caller(String user, Set<String> authorities, boolean system) {

  /** The authority every signed-in user has. */
  public static final String EVERYONE = "GROUP_EVERYONE";

  /** Copies the authorities. */
  public Caller {
    Objects.requireNonNull(user, "user");
    authorities = Set.copyOf(authorities);
  }

  /**
   * The system itself. Never hand this to code that acts on a person's request without an own check
   * before.
   */
  public static Caller ofSystem() {
    return new Caller("system", Set.of(EVERYONE), true);
  }

  /**
   * The same user with no permission asked, so that what the system does at a person's request is
   * recorded as that person's. As dangerous as {@link #ofSystem}.
   */
  public Caller elevated() {
    return new Caller(user, authorities, true);
  }
}
