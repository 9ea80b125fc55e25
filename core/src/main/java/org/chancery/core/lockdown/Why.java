package org.chancery.core.lockdown;

/**
 * What someone's access to a case file follows from.
 *
 * @param kind the rule
 * @param text the same in words for people
 */
public record Why(Kind kind, String text) {

  /** The rules. */
  public enum Kind {
    /** The file is or was assigned to their component (requirement P15). */
    COMPONENT,
    /** Their role sees to it (requirement P15). */
    ROLE,
    /** They have an open tasking on it. */
    TASKING,
    /** A lock names them. */
    LOCK,
    /** They could read it before a lock that leaves it to read. */
    READ_ONLY,
    /** Somebody named them. */
    GRANT
  }
}
