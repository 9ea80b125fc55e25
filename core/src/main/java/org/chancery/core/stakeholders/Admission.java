package org.chancery.core.stakeholders;

import java.util.List;
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

  /**
   * Lets all of them be entered, at the price of a few.
   *
   * @throws Stopped when one of them is not to be entered now
   */
  default void admitAll(Actor actor, List<NewPerson> people) {
    people.forEach(each -> admit(actor, each));
  }
}
