package org.chancery.benchmarks.desk;

import java.util.Locale;
import org.chancery.benchmarks.office.Office;
import org.chancery.core.access.Role;

/** Whose desks are measured: one of each kind, in the office's first component. */
enum Person {
  CLERK(Role.CLERK),
  DRAFTER(Role.DRAFTER),
  REVIEWER(Role.REVIEWER),
  SUPERVISOR(Role.SUPERVISOR),
  ISSO(Role.ISSO);

  private final Role role;

  Person(Role role) {
    this.role = role;
  }

  /** Who of the component's staff it is. */
  int number() {
    return Office.STAFF.indexOf(role);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
