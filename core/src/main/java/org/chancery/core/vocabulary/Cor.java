package org.chancery.core.vocabulary;

import org.chancery.model.QName;

/**
 * Names of the correspondence model that the domain speaks of; what each means is said in the
 * model.
 */
public final class Cor {

  /** {@code cor:document}. */
  public static final QName DOCUMENT = QName.of("cor:document");

  /** {@code cor:intakeFolder}. */
  public static final QName INTAKE_FOLDER = QName.of("cor:intakeFolder");

  /** {@code cor:intakeComponent}. */
  public static final QName INTAKE_COMPONENT = QName.of("cor:intakeComponent");

  /** {@code cor:caseFolder}. */
  public static final QName CASE_FOLDER = QName.of("cor:caseFolder");

  /** {@code cor:holderKind}. */
  public static final QName HOLDER_KIND = QName.of("cor:holderKind");

  /** {@code cor:holderName}. */
  public static final QName HOLDER_NAME = QName.of("cor:holderName");

  /** {@code cor:holderState}. */
  public static final QName HOLDER_STATE = QName.of("cor:holderState");

  /** {@code cor:lastActivity}. */
  public static final QName LAST_ACTIVITY = QName.of("cor:lastActivity");

  /** {@code cor:caseFile}. */
  public static final QName CASE_FILE = QName.of("cor:caseFile");

  /** {@code cor:fileNumber}. */
  public static final QName FILE_NUMBER = QName.of("cor:fileNumber");

  /** {@code cor:subject}. */
  public static final QName SUBJECT = QName.of("cor:subject");

  /** {@code cor:source}. */
  public static final QName SOURCE = QName.of("cor:source");

  /** {@code cor:correspondenceType}. */
  public static final QName CORRESPONDENCE_TYPE = QName.of("cor:correspondenceType");

  /** {@code cor:issueCode}. */
  public static final QName ISSUE_CODE = QName.of("cor:issueCode");

  /** {@code cor:status}. */
  public static final QName STATUS = QName.of("cor:status");

  /** {@code cor:component}. */
  public static final QName COMPONENT = QName.of("cor:component");

  /** {@code cor:dateReceived}. */
  public static final QName DATE_RECEIVED = QName.of("cor:dateReceived");

  /** {@code cor:dueDate}. */
  public static final QName DUE_DATE = QName.of("cor:dueDate");

  /** {@code cor:dateClosed}. */
  public static final QName DATE_CLOSED = QName.of("cor:dateClosed");

  /** {@code cor:onBehalfOf}. */
  public static final QName ON_BEHALF_OF = QName.of("cor:onBehalfOf");

  /** {@code cor:peoplePart}. */
  public static final QName PEOPLE_PART = QName.of("cor:peoplePart");

  /** {@code cor:routingPart}. */
  public static final QName ROUTING_PART = QName.of("cor:routingPart");

  /** {@code cor:documentsPart}. */
  public static final QName DOCUMENTS_PART = QName.of("cor:documentsPart");

  /** {@code cor:correspondent}. */
  public static final QName CORRESPONDENT = QName.of("cor:correspondent");

  /** {@code cor:role}. */
  public static final QName ROLE = QName.of("cor:role");

  /** {@code cor:prefix}. */
  public static final QName PREFIX = QName.of("cor:prefix");

  /** {@code cor:firstName}. */
  public static final QName FIRST_NAME = QName.of("cor:firstName");

  /** {@code cor:middleName}. */
  public static final QName MIDDLE_NAME = QName.of("cor:middleName");

  /** {@code cor:lastName}. */
  public static final QName LAST_NAME = QName.of("cor:lastName");

  /** {@code cor:suffix}. */
  public static final QName SUFFIX = QName.of("cor:suffix");

  /** {@code cor:title}. */
  public static final QName TITLE = QName.of("cor:title");

  /** {@code cor:organization}. */
  public static final QName ORGANIZATION = QName.of("cor:organization");

  /** {@code cor:street}. */
  public static final QName STREET = QName.of("cor:street");

  /** {@code cor:city}. */
  public static final QName CITY = QName.of("cor:city");

  /** {@code cor:state}. */
  public static final QName STATE = QName.of("cor:state");

  /** {@code cor:zip}. */
  public static final QName ZIP = QName.of("cor:zip");

  /** {@code cor:homePhone}. */
  public static final QName HOME_PHONE = QName.of("cor:homePhone");

  /** {@code cor:businessPhone}. */
  public static final QName BUSINESS_PHONE = QName.of("cor:businessPhone");

  /** {@code cor:mobilePhone}. */
  public static final QName MOBILE_PHONE = QName.of("cor:mobilePhone");

  /** {@code cor:fax}. */
  public static final QName FAX = QName.of("cor:fax");

  /** {@code cor:email}. */
  public static final QName EMAIL = QName.of("cor:email");

  /** {@code cor:url}. */
  public static final QName URL = QName.of("cor:url");

  /** {@code cor:instantMessenger}. */
  public static final QName INSTANT_MESSENGER = QName.of("cor:instantMessenger");

  /** {@code cor:countryOfOrigin}. */
  public static final QName COUNTRY_OF_ORIGIN = QName.of("cor:countryOfOrigin");

  /** {@code cor:gender}. */
  public static final QName GENDER = QName.of("cor:gender");

  /** {@code cor:protectedValue}. */
  public static final QName PROTECTED_VALUE = QName.of("cor:protectedValue");

  /** {@code cor:kind}. */
  public static final QName KIND = QName.of("cor:kind");

  /** {@code cor:value}. */
  public static final QName VALUE = QName.of("cor:value");

  /** {@code cor:notRelevant}. */
  public static final QName NOT_RELEVANT = QName.of("cor:notRelevant");

  /** {@code cor:received}. */
  public static final QName RECEIVED = QName.of("cor:received");

  /** {@code cor:claimId}. */
  public static final QName CLAIM_ID = QName.of("cor:claimId");

  /** {@code cor:sha256}. */
  public static final QName SHA256 = QName.of("cor:sha256");

  /** {@code cor:receivedAt}. */
  public static final QName RECEIVED_AT = QName.of("cor:receivedAt");

  /** {@code cor:channel}. */
  public static final QName CHANNEL = QName.of("cor:channel");

  /** {@code cor:originalName}. */
  public static final QName ORIGINAL_NAME = QName.of("cor:originalName");

  /** {@code cor:dropComponent}. */
  public static final QName DROP_COMPONENT = QName.of("cor:dropComponent");

  /** {@code cor:intakeState}. */
  public static final QName INTAKE_STATE = QName.of("cor:intakeState");

  /** {@code cor:intakeReason}. */
  public static final QName INTAKE_REASON = QName.of("cor:intakeReason");

  /** {@code cor:intakeExplanation}. */
  public static final QName INTAKE_EXPLANATION = QName.of("cor:intakeExplanation");

  /** {@code cor:filedAt}. */
  public static final QName FILED_AT = QName.of("cor:filedAt");

  /** {@code cor:filedBy}. */
  public static final QName FILED_BY = QName.of("cor:filedBy");

  /** {@code cor:read}. */
  public static final QName READ = QName.of("cor:read");

  /** {@code cor:pageCount}. */
  public static final QName PAGE_COUNT = QName.of("cor:pageCount");

  /** {@code cor:recognisedPages}. */
  public static final QName RECOGNISED_PAGES = QName.of("cor:recognisedPages");

  /** {@code cor:confidence}. */
  public static final QName CONFIDENCE = QName.of("cor:confidence");

  /** {@code cor:detectedType}. */
  public static final QName DETECTED_TYPE = QName.of("cor:detectedType");

  /** {@code cor:readAt}. */
  public static final QName READ_AT = QName.of("cor:readAt");

  /** {@code cor:warnings}. */
  public static final QName WARNINGS = QName.of("cor:warnings");

  /** {@code cor:searchablePdf}. */
  public static final QName SEARCHABLE_PDF = QName.of("cor:searchablePdf");

  /** {@code cor:text}. */
  public static final QName TEXT = QName.of("cor:text");

  /** {@code cor:thumbnail}. */
  public static final QName THUMBNAIL = QName.of("cor:thumbnail");

  /** {@code cor:layout}. */
  public static final QName LAYOUT = QName.of("cor:layout");

  /** {@code cor:suggestions}. */
  public static final QName SUGGESTIONS = QName.of("cor:suggestions");

  /** {@code cor:mail}. */
  public static final QName MAIL = QName.of("cor:mail");

  /** {@code cor:mailId}. */
  public static final QName MAIL_ID = QName.of("cor:mailId");

  /** {@code cor:mailFrom}. */
  public static final QName MAIL_FROM = QName.of("cor:mailFrom");

  /** {@code cor:mailTo}. */
  public static final QName MAIL_TO = QName.of("cor:mailTo");

  /** {@code cor:mailCc}. */
  public static final QName MAIL_CC = QName.of("cor:mailCc");

  /** {@code cor:mailSubject}. */
  public static final QName MAIL_SUBJECT = QName.of("cor:mailSubject");

  /** {@code cor:mailSent}. */
  public static final QName MAIL_SENT = QName.of("cor:mailSent");

  /** {@code cor:attachmentNames}. */
  public static final QName ATTACHMENT_NAMES = QName.of("cor:attachmentNames");

  /** {@code cor:attachmentPages}. */
  public static final QName ATTACHMENT_PAGES = QName.of("cor:attachmentPages");

  /** {@code cor:mailDetails}. */
  public static final QName MAIL_DETAILS = QName.of("cor:mailDetails");

  /** {@code cor:attachments}. */
  public static final QName ATTACHMENTS = QName.of("cor:attachments");

  /** {@code cor:phoneCall}. */
  public static final QName PHONE_CALL = QName.of("cor:phoneCall");

  /** {@code cor:callerName}. */
  public static final QName CALLER_NAME = QName.of("cor:callerName");

  /** {@code cor:callerPhone}. */
  public static final QName CALLER_PHONE = QName.of("cor:callerPhone");

  /** {@code cor:calledAt}. */
  public static final QName CALLED_AT = QName.of("cor:calledAt");

  /** {@code cor:callTakenBy}. */
  public static final QName CALL_TAKEN_BY = QName.of("cor:callTakenBy");

  /** {@code cor:letter}. */
  public static final QName LETTER = QName.of("cor:letter");

  /** {@code cor:letterDate}. */
  public static final QName LETTER_DATE = QName.of("cor:letterDate");

  /** {@code cor:senderName}. */
  public static final QName SENDER_NAME = QName.of("cor:senderName");

  /** {@code cor:senderAddress}. */
  public static final QName SENDER_ADDRESS = QName.of("cor:senderAddress");

  /** {@code cor:addressee}. */
  public static final QName ADDRESSEE = QName.of("cor:addressee");

  /** {@code cor:letterSubject}. */
  public static final QName LETTER_SUBJECT = QName.of("cor:letterSubject");

  /** {@code cor:locked}. */
  public static final QName LOCKED = QName.of("cor:locked");

  /** {@code cor:lockMode}. */
  public static final QName LOCK_MODE = QName.of("cor:lockMode");

  /** {@code cor:lockReason}. */
  public static final QName LOCK_REASON = QName.of("cor:lockReason");

  /** {@code cor:lockedBy}. */
  public static final QName LOCKED_BY = QName.of("cor:lockedBy");

  /** {@code cor:lockedAt}. */
  public static final QName LOCKED_AT = QName.of("cor:lockedAt");

  /** {@code cor:route}. */
  public static final QName ROUTE = QName.of("cor:route");

  /** {@code cor:template}. */
  public static final QName TEMPLATE = QName.of("cor:template");

  /** {@code cor:templateVersion}. */
  public static final QName TEMPLATE_VERSION = QName.of("cor:templateVersion");

  /** {@code cor:processId}. */
  public static final QName PROCESS_ID = QName.of("cor:processId");

  /** {@code cor:routeState}. */
  public static final QName ROUTE_STATE = QName.of("cor:routeState");

  /** {@code cor:routeParameters}. */
  public static final QName ROUTE_PARAMETERS = QName.of("cor:routeParameters");

  /** {@code cor:startedAt}. */
  public static final QName STARTED_AT = QName.of("cor:startedAt");

  /** {@code cor:endedAt}. */
  public static final QName ENDED_AT = QName.of("cor:endedAt");

  /** {@code cor:routeReason}. */
  public static final QName ROUTE_REASON = QName.of("cor:routeReason");

  /** {@code cor:tasking}. */
  public static final QName TASKING = QName.of("cor:tasking");

  /** {@code cor:taskFile}. */
  public static final QName TASK_FILE = QName.of("cor:taskFile");

  /** {@code cor:routeId}. */
  public static final QName ROUTE_ID = QName.of("cor:routeId");

  /** {@code cor:taskStep}. */
  public static final QName TASK_STEP = QName.of("cor:taskStep");

  /** {@code cor:taskForm}. */
  public static final QName TASK_FORM = QName.of("cor:taskForm");

  /** {@code cor:instruction}. */
  public static final QName INSTRUCTION = QName.of("cor:instruction");

  /** {@code cor:assignee}. */
  public static final QName ASSIGNEE = QName.of("cor:assignee");

  /** {@code cor:assigneeKind}. */
  public static final QName ASSIGNEE_KIND = QName.of("cor:assigneeKind");

  /** {@code cor:claimedBy}. */
  public static final QName CLAIMED_BY = QName.of("cor:claimedBy");

  /** {@code cor:taskAccess}. */
  public static final QName TASK_ACCESS = QName.of("cor:taskAccess");

  /** {@code cor:taskDue}. */
  public static final QName TASK_DUE = QName.of("cor:taskDue");

  /** {@code cor:taskState}. */
  public static final QName TASK_STATE = QName.of("cor:taskState");

  /** {@code cor:outcome}. */
  public static final QName OUTCOME = QName.of("cor:outcome");

  /** {@code cor:outcomeComment}. */
  public static final QName OUTCOME_COMMENT = QName.of("cor:outcomeComment");

  /** {@code cor:assignedBy}. */
  public static final QName ASSIGNED_BY = QName.of("cor:assignedBy");

  /** {@code cor:assignedAt}. */
  public static final QName ASSIGNED_AT = QName.of("cor:assignedAt");

  /** {@code cor:completedBy}. */
  public static final QName COMPLETED_BY = QName.of("cor:completedBy");

  /** {@code cor:completedAt}. */
  public static final QName COMPLETED_AT = QName.of("cor:completedAt");

  /** {@code cor:engineTask}. */
  public static final QName ENGINE_TASK = QName.of("cor:engineTask");

  /** {@code cor:taskDocument}. */
  public static final QName TASK_DOCUMENT = QName.of("cor:taskDocument");

  /** {@code cor:taskVersion}. */
  public static final QName TASK_VERSION = QName.of("cor:taskVersion");

  /** {@code cor:taskOpened}. */
  public static final QName TASK_OPENED = QName.of("cor:taskOpened");

  /** {@code cor:taskingEvent}. */
  public static final QName TASKING_EVENT = QName.of("cor:taskingEvent");

  /** {@code cor:eventKind}. */
  public static final QName EVENT_KIND = QName.of("cor:eventKind");

  /** {@code cor:eventFrom}. */
  public static final QName EVENT_FROM = QName.of("cor:eventFrom");

  /** {@code cor:eventTo}. */
  public static final QName EVENT_TO = QName.of("cor:eventTo");

  /** {@code cor:fileMessage}. */
  public static final QName FILE_MESSAGE = QName.of("cor:fileMessage");

  /** {@code cor:messageFor}. */
  public static final QName MESSAGE_FOR = QName.of("cor:messageFor");

  /** {@code cor:readBy}. */
  public static final QName READ_BY = QName.of("cor:readBy");

  /** {@code cor:dispatch}. */
  public static final QName DISPATCH = QName.of("cor:dispatch");

  /** {@code cor:dispatchDate}. */
  public static final QName DISPATCH_DATE = QName.of("cor:dispatchDate");

  /** {@code cor:dispatchChannel}. */
  public static final QName DISPATCH_CHANNEL = QName.of("cor:dispatchChannel");

  /** {@code cor:dispatchDocument}. */
  public static final QName DISPATCH_DOCUMENT = QName.of("cor:dispatchDocument");

  /** {@code cor:recipient}. */
  public static final QName RECIPIENT = QName.of("cor:recipient");

  /** {@code cor:dispatchPurpose}. */
  public static final QName DISPATCH_PURPOSE = QName.of("cor:dispatchPurpose");

  /** {@code cor:dispatchAuthority}. */
  public static final QName DISPATCH_AUTHORITY = QName.of("cor:dispatchAuthority");

  /** {@code cor:dispatchedBy}. */
  public static final QName DISPATCHED_BY = QName.of("cor:dispatchedBy");

  /** Aspect of a dispatch that this system sends by e-mail. */
  public static final QName MAILED = QName.of("cor:mailed");

  /** Where a dispatch is mailed. */
  public static final QName OUTGOING_TO = QName.of("cor:outgoingTo");

  /** Subject of the mail. */
  public static final QName OUTGOING_SUBJECT = QName.of("cor:outgoingSubject");

  /** Text of the mail. */
  public static final QName OUTGOING_TEXT = QName.of("cor:outgoingText");

  /** The files of the mail, each document with property and hash. */
  public static final QName OUTGOING_PARTS = QName.of("cor:outgoingParts");

  /** By which mail servers know it. */
  public static final QName MESSAGE_ID = QName.of("cor:messageId");

  /** The account whose rights decide what is sent. */
  public static final QName OUTGOING_BY = QName.of("cor:outgoingBy");

  /** Whether the mail has been sent. */
  public static final QName OUTGOING_STATE = QName.of("cor:outgoingState");

  /** Why it has not been sent, or was withdrawn. */
  public static final QName OUTGOING_REASON = QName.of("cor:outgoingReason");

  /** How often it was handed to the mail server. */
  public static final QName OUTGOING_ATTEMPTS = QName.of("cor:outgoingAttempts");

  /** When it was handed to the mail server last. */
  public static final QName OUTGOING_ATTEMPTED_AT = QName.of("cor:outgoingAttemptedAt");

  /** When the mail server took it. */
  public static final QName OUTGOING_SENT_AT = QName.of("cor:outgoingSentAt");

  /** Whether it may have arrived twice. */
  public static final QName OUTGOING_UNCERTAIN = QName.of("cor:outgoingUncertain");

  /** {@code cor:draft}. */
  public static final QName DRAFT = QName.of("cor:draft");

  /** {@code cor:letterTemplate}. */
  public static final QName LETTER_TEMPLATE = QName.of("cor:letterTemplate");

  /** {@code cor:note}. */
  public static final QName NOTE = QName.of("cor:note");

  /** {@code cor:noteText}. */
  public static final QName NOTE_TEXT = QName.of("cor:noteText");

  /** {@code cor:lockUntil}. */
  public static final QName LOCK_UNTIL = QName.of("cor:lockUntil");

  /** {@code cor:lockBefore}. */
  public static final QName LOCK_BEFORE = QName.of("cor:lockBefore");

  /** {@code cor:withheld}. */
  public static final QName WITHHELD = QName.of("cor:withheld");

  /** {@code cor:merging}. */
  public static final QName MERGING = QName.of("cor:merging");

  /** {@code cor:mergeTemplate}. */
  public static final QName MERGE_TEMPLATE = QName.of("cor:mergeTemplate");

  /** {@code cor:mergeValues}. */
  public static final QName MERGE_VALUES = QName.of("cor:mergeValues");

  /** {@code cor:mergeProblem}. */
  public static final QName MERGE_PROBLEM = QName.of("cor:mergeProblem");

  /** {@code cor:unfilledFields}. */
  public static final QName UNFILLED_FIELDS = QName.of("cor:unfilledFields");

  /** {@code cor:printed}. */
  public static final QName PRINTED = QName.of("cor:printed");

  /** {@code cor:letterNumber}. */
  public static final QName LETTER_NUMBER = QName.of("cor:letterNumber");

  /** {@code cor:printedVersion}. */
  public static final QName PRINTED_VERSION = QName.of("cor:printedVersion");

  /** {@code cor:printState}. */
  public static final QName PRINT_STATE = QName.of("cor:printState");

  /** {@code cor:printProblem}. */
  public static final QName PRINT_PROBLEM = QName.of("cor:printProblem");

  /** {@code cor:printUnfilled}. */
  public static final QName PRINT_UNFILLED = QName.of("cor:printUnfilled");

  /** {@code cor:printedAt}. */
  public static final QName PRINTED_AT = QName.of("cor:printedAt");

  /** {@code cor:printedBy}. */
  public static final QName PRINTED_BY = QName.of("cor:printedBy");

  /** {@code cor:signedPaper}. */
  public static final QName SIGNED_PAPER = QName.of("cor:signedPaper");

  /** {@code cor:letterPdf}. */
  public static final QName LETTER_PDF = QName.of("cor:letterPdf");

  /** {@code cor:signedResponse}. */
  public static final QName SIGNED_RESPONSE = QName.of("cor:signedResponse");

  /** {@code cor:signedDraft}. */
  public static final QName SIGNED_DRAFT = QName.of("cor:signedDraft");

  /** {@code cor:signedVersion}. */
  public static final QName SIGNED_VERSION = QName.of("cor:signedVersion");

  /** {@code cor:revised}. */
  public static final QName REVISED = QName.of("cor:revised");

  /** {@code cor:previousText}. */
  public static final QName PREVIOUS_TEXT = QName.of("cor:previousText");

  /** {@code cor:merged}. */
  public static final QName MERGED = QName.of("cor:merged");

  /** {@code cor:mergedInto}. */
  public static final QName MERGED_INTO = QName.of("cor:mergedInto");

  /** {@code cor:mergeReason}. */
  public static final QName MERGE_REASON = QName.of("cor:mergeReason");

  /** {@code cor:mergedBy}. */
  public static final QName MERGED_BY = QName.of("cor:mergedBy");

  /** {@code cor:mergedAt}. */
  public static final QName MERGED_AT = QName.of("cor:mergedAt");

  /** {@code cor:mergedContents}. */
  public static final QName MERGED_CONTENTS = QName.of("cor:mergedContents");

  /** {@code cor:holdsMerged}. */
  public static final QName HOLDS_MERGED = QName.of("cor:holdsMerged");

  /** {@code cor:mergesHeld}. */
  public static final QName MERGES_HELD = QName.of("cor:mergesHeld");

  /** {@code cor:mergeAccess}. */
  public static final QName MERGE_ACCESS = QName.of("cor:mergeAccess");

  /** {@code cor:mergeActivityBefore}. */
  public static final QName MERGE_ACTIVITY_BEFORE = QName.of("cor:mergeActivityBefore");

  /** {@code cor:mergeActivityAfter}. */
  public static final QName MERGE_ACTIVITY_AFTER = QName.of("cor:mergeActivityAfter");

  private Cor() {}
}
