package org.chancery.core.vocabulary;

import org.chancery.model.QName;

/** Names of the records model that the domain speaks of; what each means is said in the model. */
public final class Rec {

  /** {@code rec:filePlan}. */
  public static final QName FILE_PLAN = QName.of("rec:filePlan");

  /** {@code rec:office}. */
  public static final QName OFFICE = QName.of("rec:office");

  /** {@code rec:series}. */
  public static final QName SERIES = QName.of("rec:series");

  /** {@code rec:seriesCode}. */
  public static final QName SERIES_CODE = QName.of("rec:seriesCode");

  /** {@code rec:authority}. */
  public static final QName AUTHORITY = QName.of("rec:authority");

  /** {@code rec:authorityStatus}. */
  public static final QName AUTHORITY_STATUS = QName.of("rec:authorityStatus");

  /** {@code rec:sourceChecked}. */
  public static final QName SOURCE_CHECKED = QName.of("rec:sourceChecked");

  /** {@code rec:permanence}. */
  public static final QName PERMANENCE = QName.of("rec:permanence");

  /** {@code rec:cutoffEvent}. */
  public static final QName CUTOFF_EVENT = QName.of("rec:cutoffEvent");

  /** {@code rec:cutoffDate}. */
  public static final QName CUTOFF_DATE = QName.of("rec:cutoffDate");

  /** {@code rec:retentionPeriod}. */
  public static final QName RETENTION_PERIOD = QName.of("rec:retentionPeriod");

  /** {@code rec:retentionUnit}. */
  public static final QName RETENTION_UNIT = QName.of("rec:retentionUnit");

  /** {@code rec:finalAction}. */
  public static final QName FINAL_ACTION = QName.of("rec:finalAction");

  /** {@code rec:why}. */
  public static final QName WHY = QName.of("rec:why");

  /** {@code rec:hold}. */
  public static final QName HOLD = QName.of("rec:hold");

  /** {@code rec:holdKind}. */
  public static final QName HOLD_KIND = QName.of("rec:holdKind");

  /** {@code rec:holdReason}. */
  public static final QName HOLD_REASON = QName.of("rec:holdReason");

  /** {@code rec:placedBy}. */
  public static final QName PLACED_BY = QName.of("rec:placedBy");

  /** {@code rec:placedAt}. */
  public static final QName PLACED_AT = QName.of("rec:placedAt");

  /** {@code rec:holdQuery}. */
  public static final QName HOLD_QUERY = QName.of("rec:holdQuery");

  /** {@code rec:releasedBy}. */
  public static final QName RELEASED_BY = QName.of("rec:releasedBy");

  /** {@code rec:releasedAt}. */
  public static final QName RELEASED_AT = QName.of("rec:releasedAt");

  /** {@code rec:releaseReason}. */
  public static final QName RELEASE_REASON = QName.of("rec:releaseReason");

  /** {@code rec:holds}. */
  public static final QName HOLDS = QName.of("rec:holds");

  /** {@code rec:disposition}. */
  public static final QName DISPOSITION = QName.of("rec:disposition");

  /** {@code rec:dispositionAction}. */
  public static final QName DISPOSITION_ACTION = QName.of("rec:dispositionAction");

  /** {@code rec:dispositionState}. */
  public static final QName DISPOSITION_STATE = QName.of("rec:dispositionState");

  /** {@code rec:dispositionSeries}. */
  public static final QName DISPOSITION_SERIES = QName.of("rec:dispositionSeries");

  /** {@code rec:proposedAt}. */
  public static final QName PROPOSED_AT = QName.of("rec:proposedAt");

  /** {@code rec:approvedBy}. */
  public static final QName APPROVED_BY = QName.of("rec:approvedBy");

  /** {@code rec:approvedAt}. */
  public static final QName APPROVED_AT = QName.of("rec:approvedAt");

  /** {@code rec:rejectedBy}. */
  public static final QName REJECTED_BY = QName.of("rec:rejectedBy");

  /** {@code rec:dispositionReason}. */
  public static final QName DISPOSITION_REASON = QName.of("rec:dispositionReason");

  /** {@code rec:startedAt}. */
  public static final QName STARTED_AT = QName.of("rec:startedAt");

  /** {@code rec:endedAt}. */
  public static final QName ENDED_AT = QName.of("rec:endedAt");

  /** {@code rec:transferState}. */
  public static final QName TRANSFER_STATE = QName.of("rec:transferState");

  /** {@code rec:accession}. */
  public static final QName ACCESSION = QName.of("rec:accession");

  /** {@code rec:receiptOn}. */
  public static final QName RECEIPT_ON = QName.of("rec:receiptOn");

  /** {@code rec:custodyAt}. */
  public static final QName CUSTODY_AT = QName.of("rec:custodyAt");

  /** {@code rec:dispositionItem}. */
  public static final QName DISPOSITION_ITEM = QName.of("rec:dispositionItem");

  /** {@code rec:itemOf}. */
  public static final QName ITEM_OF = QName.of("rec:itemOf");

  /** {@code rec:itemState}. */
  public static final QName ITEM_STATE = QName.of("rec:itemState");

  /** {@code rec:itemReason}. */
  public static final QName ITEM_REASON = QName.of("rec:itemReason");

  /** {@code rec:itemAt}. */
  public static final QName ITEM_AT = QName.of("rec:itemAt");

  /** {@code rec:stub}. */
  public static final QName STUB = QName.of("rec:stub");

  /** {@code rec:stubOf}. */
  public static final QName STUB_OF = QName.of("rec:stubOf");

  /** {@code rec:stubNumbers}. */
  public static final QName STUB_NUMBERS = QName.of("rec:stubNumbers");

  /** {@code rec:stubSeries}. */
  public static final QName STUB_SERIES = QName.of("rec:stubSeries");

  /** {@code rec:stubAuthority}. */
  public static final QName STUB_AUTHORITY = QName.of("rec:stubAuthority");

  /** {@code rec:stubAction}. */
  public static final QName STUB_ACTION = QName.of("rec:stubAction");

  /** {@code rec:stubFrom}. */
  public static final QName STUB_FROM = QName.of("rec:stubFrom");

  /** {@code rec:stubTo}. */
  public static final QName STUB_TO = QName.of("rec:stubTo");

  /** {@code rec:disposedAt}. */
  public static final QName DISPOSED_AT = QName.of("rec:disposedAt");

  /** {@code rec:stubFiles}. */
  public static final QName STUB_FILES = QName.of("rec:stubFiles");

  /** {@code rec:stubDocuments}. */
  public static final QName STUB_DOCUMENTS = QName.of("rec:stubDocuments");

  /** {@code rec:stubBytes}. */
  public static final QName STUB_BYTES = QName.of("rec:stubBytes");

  /** {@code rec:stubHashes}. */
  public static final QName STUB_HASHES = QName.of("rec:stubHashes");

  /** {@code rec:stubApprovals}. */
  public static final QName STUB_APPROVALS = QName.of("rec:stubApprovals");

  /** {@code rec:stubDisposition}. */
  public static final QName STUB_DISPOSITION = QName.of("rec:stubDisposition");

  /** {@code rec:stubCertificate}. */
  public static final QName STUB_CERTIFICATE = QName.of("rec:stubCertificate");

  /** {@code rec:stubAccession}. */
  public static final QName STUB_ACCESSION = QName.of("rec:stubAccession");

  /** {@code rec:declared}. */
  public static final QName DECLARED = QName.of("rec:declared");

  /** {@code rec:recordId}. */
  public static final QName RECORD_ID = QName.of("rec:recordId");

  /** {@code rec:declaredAt}. */
  public static final QName DECLARED_AT = QName.of("rec:declaredAt");

  /** {@code rec:declaredBy}. */
  public static final QName DECLARED_BY = QName.of("rec:declaredBy");

  /** {@code rec:declaredWith}. */
  public static final QName DECLARED_WITH = QName.of("rec:declaredWith");

  /** {@code rec:digest}. */
  public static final QName DIGEST = QName.of("rec:digest");

  /** {@code rec:holdsRecords}. */
  public static final QName HOLDS_RECORDS = QName.of("rec:holdsRecords");

  /** {@code rec:scheduled}. */
  public static final QName SCHEDULED = QName.of("rec:scheduled");

  /** {@code rec:appliedSeries}. */
  public static final QName APPLIED_SERIES = QName.of("rec:appliedSeries");

  /** {@code rec:appliedBy}. */
  public static final QName APPLIED_BY = QName.of("rec:appliedBy");

  /** {@code rec:appliedAt}. */
  public static final QName APPLIED_AT = QName.of("rec:appliedAt");

  /** {@code rec:appliedReason}. */
  public static final QName APPLIED_REASON = QName.of("rec:appliedReason");

  /** {@code rec:clocked}. */
  public static final QName CLOCKED = QName.of("rec:clocked");

  /** {@code rec:activityAt}. */
  public static final QName ACTIVITY_AT = QName.of("rec:activityAt");

  /** {@code rec:activityKind}. */
  public static final QName ACTIVITY_KIND = QName.of("rec:activityKind");

  /** {@code rec:clockSeries}. */
  public static final QName CLOCK_SERIES = QName.of("rec:clockSeries");

  /** {@code rec:cutoffOn}. */
  public static final QName CUTOFF_ON = QName.of("rec:cutoffOn");

  /** {@code rec:eligibleOn}. */
  public static final QName ELIGIBLE_ON = QName.of("rec:eligibleOn");

  /** {@code rec:clockState}. */
  public static final QName CLOCK_STATE = QName.of("rec:clockState");

  /** {@code rec:clockReason}. */
  public static final QName CLOCK_REASON = QName.of("rec:clockReason");

  /** {@code rec:reviewed}. */
  public static final QName REVIEWED = QName.of("rec:reviewed");

  /** {@code rec:reviewDecision}. */
  public static final QName REVIEW_DECISION = QName.of("rec:reviewDecision");

  /** {@code rec:reviewedBy}. */
  public static final QName REVIEWED_BY = QName.of("rec:reviewedBy");

  /** {@code rec:reviewedAt}. */
  public static final QName REVIEWED_AT = QName.of("rec:reviewedAt");

  /** {@code rec:reviewReason}. */
  public static final QName REVIEW_REASON = QName.of("rec:reviewReason");

  /** {@code rec:seriesBeforeReview}. */
  public static final QName SERIES_BEFORE_REVIEW = QName.of("rec:seriesBeforeReview");

  /** {@code rec:superseded}. */
  public static final QName SUPERSEDED = QName.of("rec:superseded");

  /** {@code rec:supersededBy}. */
  public static final QName SUPERSEDED_BY = QName.of("rec:supersededBy");

  /** {@code rec:supersededAt}. */
  public static final QName SUPERSEDED_AT = QName.of("rec:supersededAt");

  /** {@code rec:supersededNotedBy}. */
  public static final QName SUPERSEDED_NOTED_BY = QName.of("rec:supersededNotedBy");

  /** {@code rec:supersededReason}. */
  public static final QName SUPERSEDED_REASON = QName.of("rec:supersededReason");

  /** {@code rec:unneeded}. */
  public static final QName UNNEEDED = QName.of("rec:unneeded");

  /** {@code rec:unneededAt}. */
  public static final QName UNNEEDED_AT = QName.of("rec:unneededAt");

  /** {@code rec:unneededBy}. */
  public static final QName UNNEEDED_BY = QName.of("rec:unneededBy");

  /** {@code rec:unneededReason}. */
  public static final QName UNNEEDED_REASON = QName.of("rec:unneededReason");

  /** {@code rec:corrects}. */
  public static final QName CORRECTS = QName.of("rec:corrects");

  /** {@code rec:correctionOf}. */
  public static final QName CORRECTION_OF = QName.of("rec:correctionOf");

  /** {@code rec:correctionReason}. */
  public static final QName CORRECTION_REASON = QName.of("rec:correctionReason");

  /** {@code rec:held}. */
  public static final QName HELD = QName.of("rec:held");

  /** {@code rec:heldBy}. */
  public static final QName HELD_BY = QName.of("rec:heldBy");

  /** {@code rec:holdsHeld}. */
  public static final QName HOLDS_HELD = QName.of("rec:holdsHeld");

  /** {@code rec:heldBelow}. */
  public static final QName HELD_BELOW = QName.of("rec:heldBelow");

  /** {@code rec:proposedBy}. */
  public static final QName PROPOSED_BY = QName.of("rec:proposedBy");

  /** {@code rec:proposedReason}. */
  public static final QName PROPOSED_REASON = QName.of("rec:proposedReason");

  /** {@code rec:approvalTimes}. */
  public static final QName APPROVAL_TIMES = QName.of("rec:approvalTimes");

  /** {@code rec:approvalReasons}. */
  public static final QName APPROVAL_REASONS = QName.of("rec:approvalReasons");

  /** {@code rec:rejectedAt}. */
  public static final QName REJECTED_AT = QName.of("rec:rejectedAt");

  /** {@code rec:rejectedUntil}. */
  public static final QName REJECTED_UNTIL = QName.of("rec:rejectedUntil");

  /** {@code rec:itemCount}. */
  public static final QName ITEM_COUNT = QName.of("rec:itemCount");

  /** {@code rec:itemsDone}. */
  public static final QName ITEMS_DONE = QName.of("rec:itemsDone");

  /** {@code rec:itemsWithdrawn}. */
  public static final QName ITEMS_WITHDRAWN = QName.of("rec:itemsWithdrawn");

  /** {@code rec:dispositionDocuments}. */
  public static final QName DISPOSITION_DOCUMENTS = QName.of("rec:dispositionDocuments");

  /** {@code rec:dispositionBytes}. */
  public static final QName DISPOSITION_BYTES = QName.of("rec:dispositionBytes");

  /** {@code rec:dispositionProblem}. */
  public static final QName DISPOSITION_PROBLEM = QName.of("rec:dispositionProblem");

  /** {@code rec:itemNumber}. */
  public static final QName ITEM_NUMBER = QName.of("rec:itemNumber");

  /** {@code rec:itemActivityAt}. */
  public static final QName ITEM_ACTIVITY_AT = QName.of("rec:itemActivityAt");

  /** {@code rec:itemDocuments}. */
  public static final QName ITEM_DOCUMENTS = QName.of("rec:itemDocuments");

  /** {@code rec:itemBytes}. */
  public static final QName ITEM_BYTES = QName.of("rec:itemBytes");

  /** {@code rec:itemStub}. */
  public static final QName ITEM_STUB = QName.of("rec:itemStub");

  /** {@code rec:inDisposition}. */
  public static final QName IN_DISPOSITION = QName.of("rec:inDisposition");

  /** {@code rec:proposeFrom}. */
  public static final QName PROPOSE_FROM = QName.of("rec:proposeFrom");

  /** {@code rec:clockRun}. */
  public static final QName CLOCK_RUN = QName.of("rec:clockRun");

  /** {@code rec:ranAt}. */
  public static final QName RAN_AT = QName.of("rec:ranAt");

  /** {@code rec:ranDue}. */
  public static final QName RAN_DUE = QName.of("rec:ranDue");

  /** {@code rec:remindedOn}. */
  public static final QName REMINDED_ON = QName.of("rec:remindedOn");

  /** {@code rec:transferred}. */
  public static final QName TRANSFERRED = QName.of("rec:transferred");

  /** {@code rec:packagingSince}. */
  public static final QName PACKAGING_SINCE = QName.of("rec:packagingSince");

  /** {@code rec:packageName}. */
  public static final QName PACKAGE_NAME = QName.of("rec:packageName");

  /** {@code rec:packageFolders}. */
  public static final QName PACKAGE_FOLDERS = QName.of("rec:packageFolders");

  /** {@code rec:packageFiles}. */
  public static final QName PACKAGE_FILES = QName.of("rec:packageFiles");

  /** {@code rec:packageBytes}. */
  public static final QName PACKAGE_BYTES = QName.of("rec:packageBytes");

  /** {@code rec:packageSeal}. */
  public static final QName PACKAGE_SEAL = QName.of("rec:packageSeal");

  /** {@code rec:packageCheckedAt}. */
  public static final QName PACKAGE_CHECKED_AT = QName.of("rec:packageCheckedAt");

  /** {@code rec:sentOn}. */
  public static final QName SENT_ON = QName.of("rec:sentOn");

  /** {@code rec:sentReason}. */
  public static final QName SENT_REASON = QName.of("rec:sentReason");

  /** {@code rec:transferRejectedAt}. */
  public static final QName TRANSFER_REJECTED_AT = QName.of("rec:transferRejectedAt");

  /** {@code rec:transferRejection}. */
  public static final QName TRANSFER_REJECTION = QName.of("rec:transferRejection");

  /** {@code rec:transferFaults}. */
  public static final QName TRANSFER_FAULTS = QName.of("rec:transferFaults");

  /** {@code rec:transferCopy}. */
  public static final QName TRANSFER_COPY = QName.of("rec:transferCopy");

  /** {@code rec:copyOf}. */
  public static final QName COPY_OF = QName.of("rec:copyOf");

  /** {@code rec:copyOfSha256}. */
  public static final QName COPY_OF_SHA256 = QName.of("rec:copyOfSha256");

  /** {@code rec:copyState}. */
  public static final QName COPY_STATE = QName.of("rec:copyState");

  /** {@code rec:copyWay}. */
  public static final QName COPY_WAY = QName.of("rec:copyWay");

  /** {@code rec:copyReason}. */
  public static final QName COPY_REASON = QName.of("rec:copyReason");

  /** {@code rec:copySource}. */
  public static final QName COPY_SOURCE = QName.of("rec:copySource");

  /** {@code rec:copyName}. */
  public static final QName COPY_NAME = QName.of("rec:copyName");

  /** {@code rec:copyFlavour}. */
  public static final QName COPY_FLAVOUR = QName.of("rec:copyFlavour");

  private Rec() {}
}
