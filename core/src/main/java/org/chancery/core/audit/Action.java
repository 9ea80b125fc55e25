package org.chancery.core.audit;

/** The vocabulary of the ledger. Names are stored; never rename or reuse one. */
public enum Action {
  /** Signed in, or failed to. */
  SIGN_IN,
  /** Signed out, or the session ended. */
  SIGN_OUT,
  /** A session was locked, since nobody did anything or its user asked for it (P7). */
  LOCK_SESSION,
  /** Affirmed the three responsibilities (P6). */
  AFFIRM,
  /** Received an original. */
  RECEIVE,
  /** Set an item aside with a reason. */
  QUARANTINE,
  /** A text was read from an original. */
  READ_PAPER,
  /** Reading was asked for again. */
  RETRY,
  /** Filed an item into a case file. */
  FILE,
  /** Created a node. */
  CREATE,
  /** Changed a node. */
  UPDATE,
  /** Moved or renamed a node. */
  MOVE,
  /** Deleted a node. */
  DELETE,
  /** Saw a protected part, or content. */
  VIEW,
  /** Searched. */
  SEARCH,
  /** Changed who may do what. */
  CHANGE_PERMISSIONS,
  /** Declared a record. */
  DECLARE,
  /** Changed accounts, groups or settings. */
  ADMINISTER,
  /** Read the ledger. */
  READ_LEDGER,
  /** Ran the integrity report. */
  CHECK_INTEGRITY,
  /** Started a case file on a route. */
  START_ROUTE,
  /** A route came to its end. */
  END_ROUTE,
  /** Took a case file off its route. */
  WITHDRAW_ROUTE,
  /** Gave somebody something to do. */
  ASSIGN,
  /** Took over what a group was given. */
  CLAIM,
  /** Gave a tasking back. */
  RETURN,
  /** Gave a tasking to somebody else. */
  REASSIGN,
  /** Moved a suspense. */
  EXTEND,
  /** Completed a tasking. */
  COMPLETE,
  /** Commented on a draft, or cleared it, or did not. */
  CLEAR,
  /** Took a tasking back. */
  WITHDRAW,
  /** Reminded somebody of a suspense. */
  REMIND,
  /** Wrote to other users in a case file. */
  MESSAGE,
  /** Had a letter laid out for signature. */
  PRINT,
  /** Sent something outside. */
  DISPATCH,
  /** A dispatched letter was sent by mail or could not be; had it tried again, or took it back. */
  SEND,
  /** Closed a case file. */
  CLOSE,
  /** Opened a closed case file again. */
  REOPEN,
  /** Merged two case folders, or took that back. */
  MERGE,
  /** Deployed a routing template. */
  DEPLOY_TEMPLATE,
  /** Made an integrity report and kept it; the row is its proof. */
  REPORT_INTEGRITY,
  /** Something was found out of place, or no longer is; who is told by mail. */
  ALARM,
  /** Saw the office's figures. */
  READ_METRICS,
  /** Changed the file plan. */
  CHANGE_FILE_PLAN,
  /** Applied a record series at a folder, or took one away. */
  APPLY_SERIES,
  /** Noted that something newer takes an item's place. */
  SUPERSEDE,
  /** Noted that something is no longer needed. */
  END_NEED,
  /** Had the clocks of folders settled that had run out. */
  RUN_CLOCK,
  /** The retention period of a folder was over. */
  BECOME_ELIGIBLE,
  /** Put something under a hold. */
  HOLD,
  /** Released something from a hold. */
  RELEASE,
  /** Added a correction beside a record. */
  CORRECT,
  /** Decided whether a case folder is permanent. */
  REVIEW_RECORDS,
  /** Proposed a disposition, or that a folder goes with one. */
  PROPOSE_DISPOSITION,
  /** Approved a disposition. */
  APPROVE_DISPOSITION,
  /** Rejected a disposition, or left a folder out of it. */
  REJECT_DISPOSITION,
  /** A folder was taken out of a disposition, since something stood in the way. */
  WITHHOLD,
  /** A folder was disposed of. */
  DISPOSE,
  /** A disposition was carried out to the end, and certified. */
  CERTIFY,
  /** Had a transfer packaged; a package was made and checked, or refused. */
  PACKAGE,
  /** Added a copy in a lasting format beside a record, for its transfer. */
  ADD_COPY,
  /** Noted how a transfer to the National Archives went on. */
  TRANSFER,
  /** Any other request, or one that was refused before it was understood. */
  REQUEST
}
