package org.chancery.core.lockdown;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.correspondence.Lock;
import org.chancery.core.correspondence.LockMode;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;

/** Tells by which rule a grant came about. */
final class Reasons {
  private final Map<String, Why> byRule;

  private Reasons(Map<String, Why> byRule) {
    this.byRule = Map.copyOf(byRule);
  }

  /**
   * Of a case file's grants.
   *
   * @param tasked those who have open taskings on it
   */
  static Reasons of(CaseFile file, Set<String> tasked, Accounts accounts) {
    Map<String, Why> rules = new HashMap<>();
    for (String authority : tasked) {
      rules.put(authority, new Why(Why.Kind.TASKING, "has an open tasking on this file"));
    }
    for (Component component : accounts.components()) {
      if (file.components().contains(component.code())) {
        String assigned = "the file is or was assigned to " + component.name();
        rules.put(Authorities.component(component.code()), new Why(Why.Kind.COMPONENT, assigned));
        rules.put(
            Authorities.roleIn(component.code(), Role.SUPERVISOR),
            new Why(Why.Kind.ROLE, "supervises, and " + assigned));
        rules.put(
            Authorities.roleIn(component.code(), Role.COMPONENT_REPRESENTATIVE),
            new Why(Why.Kind.ROLE, "speaks for it, and " + assigned));
      }
    }
    rules.put(
        Authorities.role(Role.EXECUTIVE_SECRETARY),
        new Why(Why.Kind.ROLE, "the Executive Secretariat sees to all correspondence"));
    rules.put(Authorities.ADMINISTRATORS, new Why(Why.Kind.ROLE, "administrators run the system"));
    rules.put(Caller.EVERYONE, new Why(Why.Kind.GRANT, "was opened to everyone who may sign in"));
    return new Reasons(rules);
  }

  Why why(Grant grant, Optional<Lock.InForce> lock) {
    if (lock.isPresent()) {
      boolean left = lock.get().mode() == LockMode.READ_ONLY && grant.role() == Grant.Role.READER;
      return left
          ? new Why(Why.Kind.READ_ONLY, "could see it before; the lock leaves it to be read")
          : new Why(Why.Kind.LOCK, "is named in the lock");
    }
    return byRule.getOrDefault(
        grant.authority(), new Why(Why.Kind.GRANT, "was named by somebody who may lock"));
  }
}
