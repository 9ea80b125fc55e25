package org.chancery.alfresco.records;

import java.time.Clock;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.NodeService;
import org.chancery.alfresco.repository.AlfrescoRepository;
import org.chancery.core.audit.AuditTrail;

/** Puts all that is refused to every client into force. */
public final class Guard {
  private final RecordVeto veto;
  private final CaseShape shape;
  private final CaseContents contents;
  private final ClosedCases closed;
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
   * @param behaviours bean {@code policyBehaviourFilter}
   * @param marks what is a record
   * @param attempts where refusals are noted
   * @param audit the ledger
   * @param advice around the platform's versions and permissions
   * @param repository our own ports, which pass
   * @param clock the time
   */
  public Guard(
      PolicyComponent policies,
      NodeService nodes,
      DictionaryService dictionary,
      BehaviourFilter behaviours,
      RecordMarks marks,
      Attempts attempts,
      AuditTrail audit,
      ServiceAdvice advice,
      AlfrescoRepository repository,
      Clock clock) {
    this.veto = new RecordVeto(policies, nodes, marks, repository::changing);
    this.shape = new CaseShape(policies, nodes, attempts, repository::changing);
    this.contents = new CaseContents(policies, nodes, dictionary, attempts, repository::changing);
    this.closed = new ClosedCases(policies, nodes, attempts, repository::changing);
    this.foreign =
        new ForeignChanges(
            policies,
            nodes,
            behaviours,
            repository.transactions(),
            audit,
            clock,
            repository::changing);
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
    foreign.bind();
    reads.bind();
    advice.guard(marks, closed, foreign, repository::changing);
  }
}
