package org.chancery.alfresco.records;

import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.NodeService;
import org.chancery.alfresco.repository.AlfrescoRepository;

/** Puts all that is refused to every client into force. */
public final class Guard {
  private final RecordVeto veto;
  private final RecordMarks marks;
  private final ServiceAdvice advice;
  private final AlfrescoRepository repository;

  /**
   * On the platform's services.
   *
   * @param policies bean {@code policyComponent}
   * @param nodes bean {@code nodeService}
   * @param marks what is a record
   * @param advice around the platform's versions and permissions
   * @param repository our own ports, which pass
   */
  public Guard(
      PolicyComponent policies,
      NodeService nodes,
      RecordMarks marks,
      ServiceAdvice advice,
      AlfrescoRepository repository) {
    this.veto = new RecordVeto(policies, nodes, marks, repository::changing);
    this.marks = marks;
    this.advice = advice;
    this.repository = repository;
  }

  /** From now on it holds. */
  public void begin() {
    veto.bind();
    advice.guard(marks, repository::changing);
  }
}
