package org.chancery.alfresco.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;

/** What the names of the platform's groups say of those who belong to them. */
final class GroupNames {
  /** Its members are accounts of programs, which sign in with every request. */
  static final String PROGRAMS = "GROUP_CHANCERY_PROGRAMS";

  /** A code has no underscore, so that a component's name ends before a role's begins. */
  private static final Pattern COMPONENT =
      Pattern.compile("GROUP_COMPONENT_([A-Z][A-Z0-9-]{0,19})(?:_([A-Z_]+))?");

  private GroupNames() {}

  /** The code, when it is the group of a component as a whole. */
  static Optional<String> component(String group) {
    Matcher found = COMPONENT.matcher(group);
    return found.matches() && found.group(2) == null
        ? Optional.of(found.group(1))
        : Optional.empty();
  }

  /** The components whose members belong to these groups; a role in one makes a member of it. */
  static Set<String> components(Collection<String> groups) {
    Set<String> codes = new HashSet<>();
    for (String group : groups) {
      Matcher found = COMPONENT.matcher(group);
      if (found.matches() && (found.group(2) == null || role(found.group(2)).isPresent())) {
        codes.add(found.group(1));
      }
    }
    return codes;
  }

  /** The roles that come with these groups. */
  static Set<Assignment> assignments(Collection<String> groups) {
    Set<Assignment> assignments = new HashSet<>();
    Set<Role> somewhere = new HashSet<>();
    for (String group : groups) {
      Matcher found = COMPONENT.matcher(group);
      if (found.matches() && found.group(2) != null) {
        role(found.group(2))
            .ifPresent(
                role -> {
                  somewhere.add(role);
                  assignments.add(new Assignment(role, Optional.of(found.group(1))));
                });
      }
    }
    for (Role role : Role.values()) {
      // Who holds a role in a component is in the role's own group by way of it.
      if (groups.contains(Authorities.role(role)) && !somewhere.contains(role)) {
        assignments.add(new Assignment(role, Optional.empty()));
      }
    }
    return assignments;
  }

  private static Optional<Role> role(String name) {
    for (Role role : Role.values()) {
      if (role.name().equals(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
