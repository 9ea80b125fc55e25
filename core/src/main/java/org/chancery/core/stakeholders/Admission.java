package org.chancery.core.stakeholders;

import org.chancery.core.access.Actor;

/**
 * Asked before anybody is entered as a person, however that comes about: by hand, from a card, by
 * an import.
 */
@FunctionalInterface
public interface Admission {

  /** Lets everybody in. */
  Admission OPEN = (actor, person) -> {};

  /**
   * Lets the person be entered. Called within the transaction that would enter them.
   *
   * @throws Stopped when they are not to be entered now
   */
  void admit(Actor actor, NewPerson person);
}
