package org.chancery.core.routing;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Account;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;

/** Looks up whom something can be given to. */
final class Assignees {
  private static final String GROUP = "GROUP_";
  private static final int SOME = 200;

  private final Accounts accounts;

  Assignees(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * The assignee of that name.
   *
   * @param field of the form that was filled in
   * @throws Invalid when there is none, or it is everyone
   */
  Assignee get(String field, String authority) {
    return find(authority)
        .orElseThrow(
            () -> new Invalid(Map.of(field, "there is no '" + authority + "' to give it to")));
  }

  /** The assignee of that name; everyone is none. */
  Optional<Assignee> find(String authority) {
    if (authority == null || authority.isBlank() || authority.equals(Caller.EVERYONE)) {
      return Optional.empty();
    }
    return authority.startsWith(GROUP) ? group(authority) : person(authority);
  }

  private Optional<Assignee> person(String user) {
    return accounts
        .find(user)
        .map(
            account ->
                new Assignee(
                    account.user(),
                    Assignee.Kind.PERSON,
                    account.firstComponent(),
                    account.caller().authorities()));
  }

  private Optional<Assignee> group(String name) {
    for (Component component : accounts.components()) {
      String code = component.code();
      if (name.equals(Authorities.component(code))) {
        return Optional.of(
            new Assignee(
                name, Assignee.Kind.COMPONENT, Optional.of(code), Set.of(name, Caller.EVERYONE)));
      }
      for (Role role : Role.values()) {
        if (name.equals(Authorities.roleIn(code, role))) {
          Set<String> all =
              Set.of(name, Authorities.component(code), Authorities.role(role), Caller.EVERYONE);
          return Optional.of(new Assignee(name, Assignee.Kind.GROUP, Optional.of(code), all));
        }
      }
    }
    boolean known =
        name.equals(Authorities.ADMINISTRATORS)
            || isRole(name)
            || accounts.search(name, SOME).stream().anyMatch(each -> each.name().equals(name));
    return known
        ? Optional.of(
            new Assignee(
                name, Assignee.Kind.GROUP, Optional.empty(), Set.of(name, Caller.EVERYONE)))
        : Optional.empty();
  }

  private static boolean isRole(String name) {
    for (Role role : Role.values()) {
      if (role != Role.INTAKE_PROGRAM && name.equals(Authorities.role(role))) {
        return true;
      }
    }
    return false;
  }

  /** Codes of the components whose supervisors may see to what the assignee was given. */
  Set<String> components(String assignee) {
    Set<String> codes = new HashSet<>();
    accounts.find(assignee).map(Account::components).ifPresent(codes::addAll);
    if (assignee.startsWith(GROUP)) {
      group(assignee).flatMap(Assignee::component).ifPresent(codes::add);
    }
    return codes;
  }
}
