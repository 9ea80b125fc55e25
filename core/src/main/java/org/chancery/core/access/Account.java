package org.chancery.core.access;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.core.repository.Caller;

/**
 * A person or program that may sign in.
 *
 * @param user the name signed in with; no white space, never starts with {@code GROUP_}
 * @param displayName what people read
 * @param components codes of the components the account belongs to; the first assignee of what it
 *     creates is the first in alphabetical order
 * @param assignments its roles, each in a component or everywhere
 * @param program whether it is a program's, which signs in with every request (requirement P6)
 * @param groups further authorities the host knows it acts with, beside those that follow from the
 *     rest
 */
public record Account(
    String user,
    String displayName,
    Set<String> components,
    Set<Assignment> assignments,
    boolean program,
    Set<String> groups) {

  /** Copies the sets. */
  public Account {
    components = Set.copyOf(components);
    assignments = Set.copyOf(assignments);
    groups = Set.copyOf(groups);
  }

  /** An account on a host that knows no further groups. */
  public Account(
      String user,
      String displayName,
      Set<String> components,
      Set<Assignment> assignments,
      boolean program) {
    this(user, displayName, components, assignments, program, Set.of());
  }

  /**
   * A role held.
   *
   * @param role the role
   * @param component only in this component; everywhere when empty
   */
  public record Assignment(Role role, Optional<String> component) {}

  /** The roles held anywhere. */
  public Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    assignments.forEach(assignment -> roles.add(assignment.role()));
    return roles;
  }

  /** What the account's roles allow it to do at all. */
  public Set<Capability> capabilities() {
    Set<Capability> all = Capability.of(roles());
    if (!program) {
      all.remove(Capability.RUN_INTAKE);
    }
    return all;
  }

  /** The component that what the account creates is first assigned to (requirement P15). */
  public Optional<String> firstComponent() {
    return new TreeSet<>(components).stream().findFirst();
  }

  /** The account with every authority it acts with. */
  public Caller caller() {
    Set<String> authorities = new LinkedHashSet<>();
    authorities.add(user);
    authorities.add(Caller.EVERYONE);
    authorities.addAll(groups);
    components.forEach(component -> authorities.add(Authorities.component(component)));
    for (Assignment assignment : assignments) {
      authorities.add(Authorities.role(assignment.role()));
      assignment
          .component()
          .ifPresent(
              component -> authorities.add(Authorities.roleIn(component, assignment.role())));
      if (assignment.role() == Role.ADMINISTRATOR) {
        authorities.add(Authorities.ADMINISTRATORS);
      }
    }
    return new Caller(user, authorities, false);
  }
}
