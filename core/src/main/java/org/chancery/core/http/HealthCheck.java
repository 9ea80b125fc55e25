package org.chancery.core.http;

import java.util.Optional;

/** One thing that has to work for the whole to work. */
public interface HealthCheck {

  /** A short name, such as {@code database}. */
  String name();

  /**
   * What is wrong now, in words for an administrator and without internals: everyone may read it.
   */
  Optional<String> problem();
}
