package org.chancery.core.matching;

/** What follows from a comparison. */
public enum Verdict {
  /** One person, as good as certain. */
  MERGE,
  /** A person has to look. */
  ASK,
  /** Two people. */
  NO
}
