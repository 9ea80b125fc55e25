package org.chancery.core.destruction;

import java.util.Objects;

/**
 * One thing by which what a removed folder left is found again: never a word of it.
 *
 * @param kind what the value is
 * @param value an id, or a SHA-256
 */
public record Left(Kind kind, String value) {

  /** What can be left. */
  public enum Kind {
    /** The id of a node that is gone. */
    NODE,
    /** The SHA-256 of bytes that it referred to. */
    BYTES,
    /** Where a host keeps bytes that it referred to, in the host's own terms. */
    ADDRESS,
    /** The engine's id of a process that ran for it. */
    PROCESS
  }

  /** Needs both. */
  public Left {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(value, "value");
  }
}
