package org.chancery.core.access;

/** The office's roles (requirement P1). Names are part of group names; never rename one. */
public enum Role {
  /** Receives, reads and files correspondence. */
  CLERK("Clerk"),
  /** Drafts responses. */
  DRAFTER("Drafter"),
  /** Reviews and clears drafts, counsel included. */
  REVIEWER("Reviewer"),
  /** Assigns a component's work and answers for it. */
  SUPERVISOR("Supervisor"),
  /** Speaks for a component. */
  COMPONENT_REPRESENTATIVE("Component representative"),
  /** The Executive Secretariat: sees to all correspondence of the department. */
  EXECUTIVE_SECRETARY("Executive secretary"),
  /** Keeps the file plan and decides on disposition. */
  RECORDS_OFFICER("Records officer"),
  /** Looks after personal data. */
  PRIVACY_OFFICER("Privacy officer"),
  /** Information system security officer: reads the ledger. */
  ISSO("Information system security officer"),
  /** No person's: the process that watches a folder and reads what came in. */
  INTAKE_PROGRAM("Intake program"),
  /** Runs the system. */
  ADMINISTRATOR("Administrator");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}
