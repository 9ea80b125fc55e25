package org.chancery.core.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a role lets its holder do at all (requirement P1); which role lets what, the {@link
 * PermissionMatrix} says. On which nodes is another question, the permissions' (see {@link
 * AccessLists}): a request must pass both.
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
  /** See the office's figures, of what one may see (requirement C13). */
  SEE_METRICS,
  /** Read the permission-matrix report (requirement P1). */
  REVIEW_ACCESS,
  /** Create, change and disable accounts and components (requirement P1). */
  MANAGE_ACCOUNTS,
  /** Start and withdraw routes (requirement C7). */
  ROUTE,
  /** Give others something to do, and see to what they were given (requirement C8). */
  TASK,
  /** Do what one was given to do: claim, return, hand on, complete (requirement C8). */
  DO_TASKINGS,
  /** Deploy routing templates; a template is code (requirement C7). */
  DEPLOY_TEMPLATES,
  /** Write drafts from letter templates and print letters for signature (requirement C12). */
  DRAFT,
  /** Send answers outside and account for it (requirement P14). */
  DISPATCH,
  /** Close case files and open them again (requirement R4). */
  CLOSE,
  /** Change the file plan (requirement R1). */
  KEEP_FILE_PLAN,
  /** Apply record series at folders (requirement R1). */
  APPLY_SERIES,
  /** Decide whether case folders are permanent (requirement R2). */
  REVIEW_RECORDS,
  /** Place holds and release them (requirement R5). */
  PLACE_HOLDS,
  /** Propose dispositions, and withdraw proposals (requirement R6). */
  PROPOSE_DISPOSITION,
  /** Approve dispositions or reject them (requirement R6). */
  APPROVE_DISPOSITION,
  /** Carry out transfers to the National Archives (requirement R7). */
  TRANSFER_RECORDS,
  /** Enter and correct stakeholders, interactions and events (requirements S1 to S5, S13). */
  KEEP_STAKEHOLDERS,
  /** Keep priorities and issues, and what is said on them (requirement S6). */
  KEEP_ISSUES,
  /** Decide on sensitive words that authors of notes have kept (requirement S3). */
  REVIEW_NOTES,
  /** Take stakeholders out of the system as files (requirement P10). */
  EXPORT_STAKEHOLDERS,
  /** Pack all that is held on one individual, who asked for it (requirement P12). */
  ANSWER_SUBJECTS,
  /** Run a watched folder and read originals as a process of its own; for programs only. */
  RUN_INTAKE;

  /** What a role allows, as the {@link PermissionMatrix} has it. */
  public static Set<Capability> of(Role role) {
    return PermissionMatrix.shipped().of(role);
  }

  /** What the roles allow together. */
  public static Set<Capability> of(Collection<Role> roles) {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    roles.forEach(role -> all.addAll(of(role)));
    return all;
  }
}
