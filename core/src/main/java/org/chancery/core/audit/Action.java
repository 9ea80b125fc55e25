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
  /** Entered a person. */
  PERSON_ADD,
  /** Corrected what is known of a person. */
  PERSON_CORRECT,
  /** Noted that a person belongs to an organization or works with somebody, or no longer does. */
  PERSON_AFFILIATE,
  /** Entered an organization. */
  ORGANIZATION_ADD,
  /** Corrected what is known of an organization. */
  ORGANIZATION_CORRECT,
  /** Added a note at a stakeholder. */
  STAKEHOLDER_NOTE,
  /** Noted that what is known of a stakeholder was found right. */
  STAKEHOLDER_VERIFY,
  /** Handed a stakeholder over to another owner. */
  STAKEHOLDER_HAND_OVER,
  /** Recorded that somebody asked not to be contacted. */
  NO_CONTACT_REQUEST,
  /** Restricted a person: nobody contacts them, their private numbers are closed. */
  NO_CONTACT_RESTRICT,
  /** Noted that a person may be contacted again. */
  NO_CONTACT_END,
  /** Passed an unanswered request on to the component's representative. */
  NO_CONTACT_ESCALATE,
  /** Contacted, or sent a letter to, somebody who asked not to be contacted, with a reason. */
  NO_CONTACT_DESPITE,
  /** Told an owner that an entry will be deleted. */
  EXPIRY_WARN,
  /** Renewed an entry that would be deleted. */
  EXPIRY_RENEW,
  /** Deleted an entry under the one-year rule. */
  EXPIRY_DELETE,
  /** Looked up or packed what is held on one individual, for them. */
  SUBJECT_ACCESS,
  /** Took stakeholders out as a file. */
  STAKEHOLDER_EXPORT,
  /** Merged two stakeholders, took that back, or found that two are not the same. */
  STAKEHOLDER_MERGE,
  /** Noted an interaction. */
  INTERACTION_RECORD,
  /** Changed an interaction. */
  INTERACTION_CHANGE,
  /** Deleted an interaction. */
  INTERACTION_DELETE,
  /** Noted that a promised follow-up was done. */
  FOLLOW_UP_DONE,
  /** Entered an event. */
  EVENT_ADD,
  /** Changed an event. */
  EVENT_CHANGE,
  /** Noted who attended an event, or that somebody did not. */
  EVENT_ATTEND,
  /** Added or changed a priority, an issue or what is said on it. */
  ISSUE_CHANGE,
  /** Decided on sensitive words that an author had kept. */
  FLAG_DECIDE,
  /** A person was erased: taken out, or nothing is left of them, which the row is proof of. */
  PERSON_ERASE,
  /** Somebody who was erased was to be entered again, and was stopped. */
  PERSON_STOP,
  /** Decided whether somebody who was erased may be entered again. */
  PERSON_REENTRY,
  /** Handed in a file to import. */
  IMPORT_ADD,
  /** Let an import run. */
  IMPORT_RUN,
  /** Ended an import. */
  IMPORT_CANCEL,
  /** Had an import undone, or something that an import made was taken back. */
  IMPORT_UNDO,
  /** The file of an import was destroyed. */
  IMPORT_DESTROY,
  /** Any other request, or one that was refused before it was understood. */
  REQUEST
}
