package org.chancery.core.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a role lets its holder do at all (requirement P1). On which nodes is another question, the
 * permissions' (see {@link AccessLists}): a request must pass both.
 */
public enum Capability {
  /** Look at folders, files and documents, and search them. */
  BROWSE,
  /** Hand in documents. */
  RECEIVE,
  /** Work at the intake desk: see what came in, file it, have it read again. */
  PROCESS_INTAKE,
  /** Open case folders and case files. */
  KEEP_CASES,
  /** Change, move and delete things. */
  CHANGE,
  /** Lock and unlock: change who may see or do what. */
  LOCK,
  /** Declare records, which nobody can take back (requirement R9). */
  DECLARE,
  /** Read the ledger (requirement P8). */
  READ_LEDGER,
  /** Run the integrity report (requirement C14). */
  CHECK_INTEGRITY,
  /** Run a watched folder and read originals as a process of its own; for programs only. */
  RUN_INTAKE;

  /** THE table: what each role may do. */
  public static Set<Capability> of(Role role) {
    return switch (role) {
      case CLERK -> EnumSet.of(BROWSE, RECEIVE, PROCESS_INTAKE, KEEP_CASES, CHANGE);
      case DRAFTER -> EnumSet.of(BROWSE, RECEIVE, CHANGE);
      case REVIEWER -> EnumSet.of(BROWSE, CHANGE);
      case SUPERVISOR ->
          EnumSet.of(BROWSE, RECEIVE, PROCESS_INTAKE, KEEP_CASES, CHANGE, LOCK, DECLARE);
      // The report counts what every component received; a single one's must not learn that.
      case EXECUTIVE_SECRETARY ->
          EnumSet.of(
              BROWSE, RECEIVE, PROCESS_INTAKE, KEEP_CASES, CHANGE, LOCK, DECLARE, CHECK_INTEGRITY);
      case COMPONENT_REPRESENTATIVE -> EnumSet.of(BROWSE, RECEIVE, CHANGE, LOCK);
      case RECORDS_OFFICER -> EnumSet.of(BROWSE, CHANGE, DECLARE, CHECK_INTEGRITY);
      case PRIVACY_OFFICER -> EnumSet.of(BROWSE, LOCK);
      case ISSO -> EnumSet.of(BROWSE, READ_LEDGER, CHECK_INTEGRITY);
      case INTAKE_PROGRAM -> EnumSet.of(RECEIVE, RUN_INTAKE);
      case ADMINISTRATOR -> EnumSet.allOf(Capability.class);
    };
  }

  /** What the roles allow together. */
  public static Set<Capability> of(Collection<Role> roles) {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    roles.forEach(role -> all.addAll(of(role)));
    return all;
  }
}
