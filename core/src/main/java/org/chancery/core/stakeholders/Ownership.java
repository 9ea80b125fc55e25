package org.chancery.core.stakeholders;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Authorities;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Who is to own what is entered (requirement S10). */
public final class Ownership {
  private final Accounts accounts;
  private final Clock clock;

  /** On these. */
  public Ownership(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * The component that is to own it: the one that was asked for, else the actor's first; none for
   * an account that is in no component.
   *
   * @throws Invalid when there is no such component, or it is not one of the actor's
   */
  public Optional<String> component(Actor actor, Optional<String> wanted) {
    Optional<String> asked = wanted.filter(code -> !code.isBlank());
    if (asked.isEmpty()) {
      return actor.component();
    }
    requireKnown(asked.get());
    Caller caller = actor.caller();
    boolean own =
        caller.system()
            || caller.authorities().contains(Authorities.ADMINISTRATORS)
            || caller.authorities().contains(Authorities.component(asked.get()));
    if (!own) {
      throw new Invalid(Map.of("component", "must be one of your own components"));
    }
    return asked;
  }

  /**
   * Does nothing for a component there is.
   *
   * @throws Invalid when there is none of that code
   */
  public void requireKnown(String code) {
    if (accounts.components().stream().noneMatch(each -> each.code().equals(code))) {
      throw new Invalid(Map.of("component", "there is no component '" + code + "'"));
    }
  }

  /** The properties of an owner, from now on. */
  public Map<QName, Object> values(String user, Optional<String> component) {
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Stk.OWNER_USER, user);
    component.ifPresent(code -> values.put(Stk.OWNER_COMPONENT, code));
    values.put(Stk.OWNED_SINCE, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return values;
  }
}
