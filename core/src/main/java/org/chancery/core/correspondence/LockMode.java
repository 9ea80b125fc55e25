package org.chancery.core.correspondence;

import java.util.Optional;
import java.util.stream.Stream;

/** What a lock leaves to those it does not name (requirement P3). */
public enum LockMode {
  /** Nothing: they do not see that it exists. */
  HIDDEN("hidden"),
  /** Of a protected value: they see that something is there, and of what kind, but not what. */
  GREYED("greyed"),
  /** To read: who could see it before sees it still, and changes nothing. */
  READ_ONLY("read-only");

  private final String code;

  LockMode(String code) {
    this.code = code;
  }

  /** As it is stored and told. */
  public String code() {
    return code;
  }

  /** The mode of that code. */
  public static Optional<LockMode> of(String code) {
    return Stream.of(values()).filter(mode -> mode.code.equals(code)).findFirst();
  }
}
