package org.chancery.core.rights;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;

/** Who is told when an owner does not see to it, or is gone. */
final class Told {
  private static final int MOST = 200;

  private Told() {}

  /**
   * The representatives of the component; of what no component owns, or one without a
   * representative, the privacy officers.
   */
  static Set<String> representatives(Accounts accounts, Optional<String> component) {
    Set<String> found =
        component
            .map(code -> members(accounts, Authorities.roleIn(code, Role.COMPONENT_REPRESENTATIVE)))
            .orElse(Set.of());
    return found.isEmpty() ? members(accounts, Authorities.role(Role.PRIVACY_OFFICER)) : found;
  }

  private static Set<String> members(Accounts accounts, String group) {
    return accounts.members(group, MOST).stream()
        .map(Accounts.Authority::name)
        .collect(Collectors.toSet());
  }
}
