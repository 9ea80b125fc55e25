package org.chancery.core.vocabulary;

import org.chancery.model.QName;

/**
 * Names of the stakeholder model that the domain speaks of; what each means is said in the model.
 */
public final class Stk {

  /** {@code stk:person}. */
  public static final QName PERSON = QName.of("stk:person");

  /** {@code stk:organization}. */
  public static final QName ORGANIZATION = QName.of("stk:organization");

  /** {@code stk:salutation}. */
  public static final QName SALUTATION = QName.of("stk:salutation");

  /** {@code stk:firstName}. */
  public static final QName FIRST_NAME = QName.of("stk:firstName");

  /** {@code stk:middleName}. */
  public static final QName MIDDLE_NAME = QName.of("stk:middleName");

  /** {@code stk:lastName}. */
  public static final QName LAST_NAME = QName.of("stk:lastName");

  /** {@code stk:organizationName}. */
  public static final QName ORGANIZATION_NAME = QName.of("stk:organizationName");

  /** {@code stk:acronym}. */
  public static final QName ACRONYM = QName.of("stk:acronym");

  /** {@code stk:officePhone}. */
  public static final QName OFFICE_PHONE = QName.of("stk:officePhone");

  /** {@code stk:phone}. */
  public static final QName PHONE = QName.of("stk:phone");

  /** {@code stk:city}. */
  public static final QName CITY = QName.of("stk:city");

  /** {@code stk:state}. */
  public static final QName STATE = QName.of("stk:state");

  /** {@code stk:zip}. */
  public static final QName ZIP = QName.of("stk:zip");

  /** {@code stk:workStreet}. */
  public static final QName WORK_STREET = QName.of("stk:workStreet");

  /** {@code stk:street}. */
  public static final QName STREET = QName.of("stk:street");

  /** {@code stk:memberOf}. */
  public static final QName MEMBER_OF = QName.of("stk:memberOf");

  /** {@code stk:event}. */
  public static final QName EVENT = QName.of("stk:event");

  /** {@code stk:priority}. */
  public static final QName PRIORITY = QName.of("stk:priority");

  /** {@code stk:issue}. */
  public static final QName ISSUE = QName.of("stk:issue");

  /** {@code stk:policyUpdate}. */
  public static final QName POLICY_UPDATE = QName.of("stk:policyUpdate");

  /** {@code stk:interaction}. */
  public static final QName INTERACTION = QName.of("stk:interaction");

  /** {@code stk:privateContact}. */
  public static final QName PRIVATE_CONTACT = QName.of("stk:privateContact");

  /** {@code stk:note}. */
  public static final QName NOTE = QName.of("stk:note");

  /** {@code stk:affiliation}. */
  public static final QName AFFILIATION = QName.of("stk:affiliation");

  /** {@code stk:relation}. */
  public static final QName RELATION = QName.of("stk:relation");

  /** {@code stk:happening}. */
  public static final QName HAPPENING = QName.of("stk:happening");

  /** {@code stk:suffix}. */
  public static final QName SUFFIX = QName.of("stk:suffix");

  /** {@code stk:position}. */
  public static final QName POSITION = QName.of("stk:position");

  /** {@code stk:title}. */
  public static final QName TITLE = QName.of("stk:title");

  /** {@code stk:otherOfficePhones}. */
  public static final QName OTHER_OFFICE_PHONES = QName.of("stk:otherOfficePhones");

  /** {@code stk:officeFax}. */
  public static final QName OFFICE_FAX = QName.of("stk:officeFax");

  /** {@code stk:interests}. */
  public static final QName INTERESTS = QName.of("stk:interests");

  /** {@code stk:departmentGroups}. */
  public static final QName DEPARTMENT_GROUPS = QName.of("stk:departmentGroups");

  /** {@code stk:county}. */
  public static final QName COUNTY = QName.of("stk:county");

  /** {@code stk:femaRegion}. */
  public static final QName FEMA_REGION = QName.of("stk:femaRegion");

  /** {@code stk:country}. */
  public static final QName COUNTRY = QName.of("stk:country");

  /** {@code stk:url}. */
  public static final QName URL = QName.of("stk:url");

  /** {@code stk:owned}. */
  public static final QName OWNED = QName.of("stk:owned");

  /** {@code stk:ownerUser}. */
  public static final QName OWNER_USER = QName.of("stk:ownerUser");

  /** {@code stk:ownerComponent}. */
  public static final QName OWNER_COMPONENT = QName.of("stk:ownerComponent");

  /** {@code stk:ownedSince}. */
  public static final QName OWNED_SINCE = QName.of("stk:ownedSince");

  /** {@code stk:engagesOn}. */
  public static final QName ENGAGES_ON = QName.of("stk:engagesOn");

  /** {@code stk:discusses}. */
  public static final QName DISCUSSES = QName.of("stk:discusses");

  /** {@code stk:lastContact}. */
  public static final QName LAST_CONTACT = QName.of("stk:lastContact");

  /** {@code stk:verifiedOn}. */
  public static final QName VERIFIED_ON = QName.of("stk:verifiedOn");

  /** {@code stk:verifiedBy}. */
  public static final QName VERIFIED_BY = QName.of("stk:verifiedBy");

  /** {@code stk:flagged}. */
  public static final QName FLAGGED = QName.of("stk:flagged");

  /** {@code stk:flags}. */
  public static final QName FLAGS = QName.of("stk:flags");

  /** {@code stk:flagReason}. */
  public static final QName FLAG_REASON = QName.of("stk:flagReason");

  /** {@code stk:flagConfirmedBy}. */
  public static final QName FLAG_CONFIRMED_BY = QName.of("stk:flagConfirmedBy");

  /** {@code stk:flagConfirmedAt}. */
  public static final QName FLAG_CONFIRMED_AT = QName.of("stk:flagConfirmedAt");

  /** {@code stk:flagReview}. */
  public static final QName FLAG_REVIEW = QName.of("stk:flagReview");

  /** {@code stk:flagDecided}. */
  public static final QName FLAG_DECIDED = QName.of("stk:flagDecided");

  /** {@code stk:flagDecisionReason}. */
  public static final QName FLAG_DECISION_REASON = QName.of("stk:flagDecisionReason");

  /** {@code stk:flagDecidedBy}. */
  public static final QName FLAG_DECIDED_BY = QName.of("stk:flagDecidedBy");

  /** {@code stk:flagDecidedAt}. */
  public static final QName FLAG_DECIDED_AT = QName.of("stk:flagDecidedAt");

  /** {@code stk:eventStart}. */
  public static final QName EVENT_START = QName.of("stk:eventStart");

  /** {@code stk:eventEnd}. */
  public static final QName EVENT_END = QName.of("stk:eventEnd");

  /** {@code stk:place}. */
  public static final QName PLACE = QName.of("stk:place");

  /** {@code stk:agenda}. */
  public static final QName AGENDA = QName.of("stk:agenda");

  /** {@code stk:attendee}. */
  public static final QName ATTENDEE = QName.of("stk:attendee");

  /** {@code stk:represented}. */
  public static final QName REPRESENTED = QName.of("stk:represented");

  /** {@code stk:priorityOrder}. */
  public static final QName PRIORITY_ORDER = QName.of("stk:priorityOrder");

  /** {@code stk:issueCode}. */
  public static final QName ISSUE_CODE = QName.of("stk:issueCode");

  /** {@code stk:issueStatus}. */
  public static final QName ISSUE_STATUS = QName.of("stk:issueStatus");

  /** {@code stk:talkingPoints}. */
  public static final QName TALKING_POINTS = QName.of("stk:talkingPoints");

  /** {@code stk:updateDate}. */
  public static final QName UPDATE_DATE = QName.of("stk:updateDate");

  /** {@code stk:updateText}. */
  public static final QName UPDATE_TEXT = QName.of("stk:updateText");

  /** {@code stk:interactionDate}. */
  public static final QName INTERACTION_DATE = QName.of("stk:interactionDate");

  /** {@code stk:mode}. */
  public static final QName MODE = QName.of("stk:mode");

  /** {@code stk:component}. */
  public static final QName COMPONENT = QName.of("stk:component");

  /** {@code stk:employee}. */
  public static final QName EMPLOYEE = QName.of("stk:employee");

  /** {@code stk:outcome}. */
  public static final QName OUTCOME = QName.of("stk:outcome");

  /** {@code stk:followUp}. */
  public static final QName FOLLOW_UP = QName.of("stk:followUp");

  /** {@code stk:followUpDue}. */
  public static final QName FOLLOW_UP_DUE = QName.of("stk:followUpDue");

  /** {@code stk:followUpDone}. */
  public static final QName FOLLOW_UP_DONE = QName.of("stk:followUpDone");

  /** {@code stk:withPerson}. */
  public static final QName WITH_PERSON = QName.of("stk:withPerson");

  /** {@code stk:withOrganization}. */
  public static final QName WITH_ORGANIZATION = QName.of("stk:withOrganization");

  /** {@code stk:atEvent}. */
  public static final QName AT_EVENT = QName.of("stk:atEvent");

  /** {@code stk:mobilePhone}. */
  public static final QName MOBILE_PHONE = QName.of("stk:mobilePhone");

  /** {@code stk:personalPhone}. */
  public static final QName PERSONAL_PHONE = QName.of("stk:personalPhone");

  /** {@code stk:email}. */
  public static final QName EMAIL = QName.of("stk:email");

  /** {@code stk:instantMessenger}. */
  public static final QName INSTANT_MESSENGER = QName.of("stk:instantMessenger");

  /** {@code stk:noteText}. */
  public static final QName NOTE_TEXT = QName.of("stk:noteText");

  /** {@code stk:partOf}. */
  public static final QName PART_OF = QName.of("stk:partOf");

  /** {@code stk:role}. */
  public static final QName ROLE = QName.of("stk:role");

  /** {@code stk:from}. */
  public static final QName FROM = QName.of("stk:from");

  /** {@code stk:to}. */
  public static final QName TO = QName.of("stk:to");

  /** {@code stk:affiliatedWith}. */
  public static final QName AFFILIATED_WITH = QName.of("stk:affiliatedWith");

  /** {@code stk:relationKind}. */
  public static final QName RELATION_KIND = QName.of("stk:relationKind");

  /** {@code stk:relatesTo}. */
  public static final QName RELATES_TO = QName.of("stk:relatesTo");

  /** {@code stk:happeningKind}. */
  public static final QName HAPPENING_KIND = QName.of("stk:happeningKind");

  /** {@code stk:happeningText}. */
  public static final QName HAPPENING_TEXT = QName.of("stk:happeningText");

  /** {@code stk:happenedOn}. */
  public static final QName HAPPENED_ON = QName.of("stk:happenedOn");

  /** {@code stk:cardReminded}. */
  public static final QName CARD_REMINDED = QName.of("stk:cardReminded");

  /** {@code stk:card}. */
  public static final QName CARD = QName.of("stk:card");

  /** {@code stk:standing}. */
  public static final QName STANDING = QName.of("stk:standing");

  /** {@code stk:issues}. */
  public static final QName ISSUES = QName.of("stk:issues");

  /** {@code stk:knownBy}. */
  public static final QName KNOWN_BY = QName.of("stk:knownBy");

  /** {@code stk:organizations}. */
  public static final QName ORGANIZATIONS = QName.of("stk:organizations");

  /** {@code stk:contacts}. */
  public static final QName CONTACTS = QName.of("stk:contacts");

  /** {@code stk:openFollowUps}. */
  public static final QName OPEN_FOLLOW_UPS = QName.of("stk:openFollowUps");

  /** {@code stk:reach}. */
  public static final QName REACH = QName.of("stk:reach");

  /** {@code stk:states}. */
  public static final QName STATES = QName.of("stk:states");

  /** {@code stk:regions}. */
  public static final QName REGIONS = QName.of("stk:regions");

  /** {@code stk:counted}. */
  public static final QName COUNTED = QName.of("stk:counted");

  /** {@code stk:handOver}. */
  public static final QName HAND_OVER = QName.of("stk:handOver");

  /** {@code stk:handFrom}. */
  public static final QName HAND_FROM = QName.of("stk:handFrom");

  /** {@code stk:handTo}. */
  public static final QName HAND_TO = QName.of("stk:handTo");

  /** {@code stk:handComponent}. */
  public static final QName HAND_COMPONENT = QName.of("stk:handComponent");

  /** {@code stk:handReason}. */
  public static final QName HAND_REASON = QName.of("stk:handReason");

  /** {@code stk:handBy}. */
  public static final QName HAND_BY = QName.of("stk:handBy");

  /** {@code stk:handOf}. */
  public static final QName HAND_OF = QName.of("stk:handOf");

  /** {@code stk:handDone}. */
  public static final QName HAND_DONE = QName.of("stk:handDone");

  /** {@code stk:handState}. */
  public static final QName HAND_STATE = QName.of("stk:handState");

  /** {@code stk:followUpState}. */
  public static final QName FOLLOW_UP_STATE = QName.of("stk:followUpState");

  /** {@code stk:erasure}. */
  public static final QName ERASURE = QName.of("stk:erasure");

  /** {@code stk:erasedEntry}. */
  public static final QName ERASED_ENTRY = QName.of("stk:erasedEntry");

  /** {@code stk:erasureState}. */
  public static final QName ERASURE_STATE = QName.of("stk:erasureState");

  /** {@code stk:erasureBy}. */
  public static final QName ERASURE_BY = QName.of("stk:erasureBy");

  /** {@code stk:erasureComponent}. */
  public static final QName ERASURE_COMPONENT = QName.of("stk:erasureComponent");

  /** {@code stk:erasureVia}. */
  public static final QName ERASURE_VIA = QName.of("stk:erasureVia");

  /** {@code stk:erasureAskedOn}. */
  public static final QName ERASURE_ASKED_ON = QName.of("stk:erasureAskedOn");

  /** {@code stk:erasureReason}. */
  public static final QName ERASURE_REASON = QName.of("stk:erasureReason");

  /** {@code stk:erasureAt}. */
  public static final QName ERASURE_AT = QName.of("stk:erasureAt");

  /** {@code stk:erasureEnded}. */
  public static final QName ERASURE_ENDED = QName.of("stk:erasureEnded");

  /** {@code stk:erasureCounts}. */
  public static final QName ERASURE_COUNTS = QName.of("stk:erasureCounts");

  /** {@code stk:erasureStays}. */
  public static final QName ERASURE_STAYS = QName.of("stk:erasureStays");

  /** {@code stk:erasureSeen}. */
  public static final QName ERASURE_SEEN = QName.of("stk:erasureSeen");

  /** {@code stk:erasureProblem}. */
  public static final QName ERASURE_PROBLEM = QName.of("stk:erasureProblem");

  /** {@code stk:erasedMark}. */
  public static final QName ERASED_MARK = QName.of("stk:erasedMark");

  /** {@code stk:mark}. */
  public static final QName MARK = QName.of("stk:mark");

  /** {@code stk:markKind}. */
  public static final QName MARK_KIND = QName.of("stk:markKind");

  /** {@code stk:markErasure}. */
  public static final QName MARK_ERASURE = QName.of("stk:markErasure");

  /** {@code stk:reentry}. */
  public static final QName REENTRY = QName.of("stk:reentry");

  /** {@code stk:reentryBy}. */
  public static final QName REENTRY_BY = QName.of("stk:reentryBy");

  /** {@code stk:reentryComponent}. */
  public static final QName REENTRY_COMPONENT = QName.of("stk:reentryComponent");

  /** {@code stk:reentryMarks}. */
  public static final QName REENTRY_MARKS = QName.of("stk:reentryMarks");

  /** {@code stk:reentryState}. */
  public static final QName REENTRY_STATE = QName.of("stk:reentryState");

  /** {@code stk:reentryDecidedBy}. */
  public static final QName REENTRY_DECIDED_BY = QName.of("stk:reentryDecidedBy");

  /** {@code stk:reentryDecidedAt}. */
  public static final QName REENTRY_DECIDED_AT = QName.of("stk:reentryDecidedAt");

  /** {@code stk:reentryReason}. */
  public static final QName REENTRY_REASON = QName.of("stk:reentryReason");

  /** {@code stk:noContact}. */
  public static final QName NO_CONTACT = QName.of("stk:noContact");

  /** {@code stk:noContactState}. */
  public static final QName NO_CONTACT_STATE = QName.of("stk:noContactState");

  /** {@code stk:noContactOn}. */
  public static final QName NO_CONTACT_ON = QName.of("stk:noContactOn");

  /** {@code stk:noContactVia}. */
  public static final QName NO_CONTACT_VIA = QName.of("stk:noContactVia");

  /** {@code stk:noContactReason}. */
  public static final QName NO_CONTACT_REASON = QName.of("stk:noContactReason");

  /** {@code stk:noContactBy}. */
  public static final QName NO_CONTACT_BY = QName.of("stk:noContactBy");

  /** {@code stk:noContactAt}. */
  public static final QName NO_CONTACT_AT = QName.of("stk:noContactAt");

  /** {@code stk:answerDue}. */
  public static final QName ANSWER_DUE = QName.of("stk:answerDue");

  /** {@code stk:escalatedOn}. */
  public static final QName ESCALATED_ON = QName.of("stk:escalatedOn");

  /** {@code stk:oneYear}. */
  public static final QName ONE_YEAR = QName.of("stk:oneYear");

  /** {@code stk:renewedUntil}. */
  public static final QName RENEWED_UNTIL = QName.of("stk:renewedUntil");

  /** {@code stk:renewedBy}. */
  public static final QName RENEWED_BY = QName.of("stk:renewedBy");

  /** {@code stk:renewalReason}. */
  public static final QName RENEWAL_REASON = QName.of("stk:renewalReason");

  /** {@code stk:warnedOn}. */
  public static final QName WARNED_ON = QName.of("stk:warnedOn");

  /** {@code stk:remindedOn}. */
  public static final QName REMINDED_ON = QName.of("stk:remindedOn");

  /** {@code stk:spokenBy}. */
  public static final QName SPOKEN_BY = QName.of("stk:spokenBy");

  /** {@code stk:spokenOn}. */
  public static final QName SPOKEN_ON = QName.of("stk:spokenOn");

  /** {@code stk:overlaps}. */
  public static final QName OVERLAPS = QName.of("stk:overlaps");

  /** {@code stk:orderedReport}. */
  public static final QName ORDERED_REPORT = QName.of("stk:orderedReport");

  /** {@code stk:reportKind}. */
  public static final QName REPORT_KIND = QName.of("stk:reportKind");

  /** {@code stk:reportEvery}. */
  public static final QName REPORT_EVERY = QName.of("stk:reportEvery");

  /** {@code stk:reportNext}. */
  public static final QName REPORT_NEXT = QName.of("stk:reportNext");

  /** {@code stk:reportMade}. */
  public static final QName REPORT_MADE = QName.of("stk:reportMade");

  /** {@code stk:savedSearch}. */
  public static final QName SAVED_SEARCH = QName.of("stk:savedSearch");

  /** {@code stk:contactList}. */
  public static final QName CONTACT_LIST = QName.of("stk:contactList");

  /** {@code stk:keptText}. */
  public static final QName KEPT_TEXT = QName.of("stk:keptText");

  /** {@code stk:sharedWith}. */
  public static final QName SHARED_WITH = QName.of("stk:sharedWith");

  /** {@code stk:listsPerson}. */
  public static final QName LISTS_PERSON = QName.of("stk:listsPerson");

  /** {@code stk:listsOrganization}. */
  public static final QName LISTS_ORGANIZATION = QName.of("stk:listsOrganization");

  /** {@code stk:merged}. */
  public static final QName MERGED = QName.of("stk:merged");

  /** {@code stk:mergedInto}. */
  public static final QName MERGED_INTO = QName.of("stk:mergedInto");

  /** {@code stk:mergeReason}. */
  public static final QName MERGE_REASON = QName.of("stk:mergeReason");

  /** {@code stk:mergedBy}. */
  public static final QName MERGED_BY = QName.of("stk:mergedBy");

  /** {@code stk:mergedAt}. */
  public static final QName MERGED_AT = QName.of("stk:mergedAt");

  /** {@code stk:mergeOrder}. */
  public static final QName MERGE_ORDER = QName.of("stk:mergeOrder");

  /** {@code stk:mergeJournal}. */
  public static final QName MERGE_JOURNAL = QName.of("stk:mergeJournal");

  /** {@code stk:apart}. */
  public static final QName APART = QName.of("stk:apart");

  /** {@code stk:notDoubleOf}. */
  public static final QName NOT_DOUBLE_OF = QName.of("stk:notDoubleOf");

  /** {@code stk:import}. */
  public static final QName IMPORT = QName.of("stk:import");

  /** {@code stk:importBy}. */
  public static final QName IMPORT_BY = QName.of("stk:importBy");

  /** {@code stk:importState}. */
  public static final QName IMPORT_STATE = QName.of("stk:importState");

  /** {@code stk:importAbout}. */
  public static final QName IMPORT_ABOUT = QName.of("stk:importAbout");

  /** {@code stk:importDone}. */
  public static final QName IMPORT_DONE = QName.of("stk:importDone");

  /** {@code stk:importOf}. */
  public static final QName IMPORT_OF = QName.of("stk:importOf");

  /** {@code stk:importUntil}. */
  public static final QName IMPORT_UNTIL = QName.of("stk:importUntil");

  /** {@code stk:importWork}. */
  public static final QName IMPORT_WORK = QName.of("stk:importWork");

  /** {@code stk:importFile}. */
  public static final QName IMPORT_FILE = QName.of("stk:importFile");

  /** {@code stk:importRows}. */
  public static final QName IMPORT_ROWS = QName.of("stk:importRows");

  /** {@code stk:importPlan}. */
  public static final QName IMPORT_PLAN = QName.of("stk:importPlan");

  /** {@code stk:importDecisions}. */
  public static final QName IMPORT_DECISIONS = QName.of("stk:importDecisions");

  /** {@code stk:importPart}. */
  public static final QName IMPORT_PART = QName.of("stk:importPart");

  /** {@code stk:importJournal}. */
  public static final QName IMPORT_JOURNAL = QName.of("stk:importJournal");

  /** {@code stk:importMapping}. */
  public static final QName IMPORT_MAPPING = QName.of("stk:importMapping");

  /** {@code stk:importFields}. */
  public static final QName IMPORT_FIELDS = QName.of("stk:importFields");

  private Stk() {}
}
