package org.chancery.alfresco.records;

import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.version.VersionService;
import org.chancery.alfresco.repository.AlfrescoRepository;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.schedule.Activity;

/** Puts all that is refused to every client into force. */
public final class Guard {
  private final RecordVeto veto;
  private final CaseShape shape;
  private final CaseContents contents;
  private final ClosedCases closed;
  private final HoldVeto holds;
  private final RecordsAlone alone;
  private final TakenOver taken;
  private final ForeignActivity activity;
  private final ForeignChanges foreign;
  private final ProtectedReads reads;
  private final RecordMarks marks;
  private final ServiceAdvice advice;
  private final AlfrescoRepository repository;

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param nodes bean {@code nodeService}
   * @param dictionary bean {@code dictionaryService}
   * @param versions bean {@code versionService}
   * @param marks what is a record
   * @param attempts where refusals are noted
   * @param audit the ledger
   * @param advice around the platform's versions and permissions
   * @param repository our own ports, which pass
   * @param holdRule what may not go because of a hold
   * @param clocks told of what other clients do
   */
  public Guard(
      PolicyComponent policies,
      NodeService nodes,
      DictionaryService dictionary,
      VersionService versions,
      RecordMarks marks,
      Attempts attempts,
      AuditTrail audit,
      ServiceAdvice advice,
      AlfrescoRepository repository,
      HoldRule holdRule,
      Activity clocks) {
    this.veto = new RecordVeto(policies, nodes, marks, repository::changing);
    this.shape = new CaseShape(policies, nodes, attempts, repository::changing);
    this.contents = new CaseContents(policies, nodes, dictionary, attempts, repository::changing);
    this.closed = new ClosedCases(policies, nodes, attempts, repository::changing);
    this.foreign =
        new ForeignChanges(policies, nodes, repository.transactions(), audit, repository::changing);
    this.holds =
        new HoldVeto(
            policies,
            nodes,
            versions,
            repository.marks(),
            holdRule,
            repository.nodes(),
            attempts,
            repository::changing);
    this.alone = new RecordsAlone(policies, nodes, attempts, repository::changing);
    this.taken =
        new TakenOver(policies, repository.governed(), holds, closed, alone, repository::changing);
    this.activity =
        new ForeignActivity(
            policies, nodes, dictionary, clocks, repository.governed(), repository::changing);
    this.reads = new ProtectedReads(policies, nodes, dictionary, marks, foreign);
    this.marks = marks;
    this.advice = advice;
    this.repository = repository;
  }

  /** From now on it holds. */
  public void begin() {
    veto.bind();
    shape.bind();
    contents.bind();
    closed.bind();
    holds.bind();
    alone.bind();
    taken.bind();
    activity.bind();
    foreign.bind();
    reads.bind();
    advice.guard(marks, closed, holds, foreign, repository::changing);
  }
}
