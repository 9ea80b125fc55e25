package org.chancery.alfresco.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.repo.node.integrity.IntegrityException;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;

/** What another client tried and was refused: in the ledger before the refusal is heard. */
public final class Attempts {
  /** Where a request of another client came from; the platform does not say. */
  static final String SOURCE = "platform";

  private final Transactions transactions;
  private final AuditTrail audit;

  /**
   * On these ports.
   *
   * @param transactions the platform's; the row is written in one of its own
   * @param audit the ledger
   */
  public Attempts(Transactions transactions, AuditTrail audit) {
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * Records the attempt, whatever becomes of the transaction in progress.
   *
   * @return what to throw
   */
  AccessDeniedException refused(Action action, NodeRef node, String code, String message) {
    record(action, node, code);
    return new AccessDeniedException(message);
  }

  /**
   * The same for what would not be as the model has it: clients that say no more of a denial than
   * that it is one show this one's message.
   *
   * @return what to throw
   */
  IntegrityException misplaced(Action action, NodeRef node, String code, String message) {
    record(action, node, code);
    return new IntegrityException(message, List.of());
  }

  private void record(Action action, NodeRef node, String code) {
    AuditEvent event =
        new AuditEvent(
            user(), action, id(node), AuditEvent.Outcome.DENIED, SOURCE, Map.of("code", code));
    transactions.writeApart(
        () -> {
          audit.record(event);
          return event;
        });
  }

  /** Who is signed in, whoever the platform lets the work run as. */
  static String user() {
    String user = AuthenticationUtil.getFullyAuthenticatedUser();
    return user == null ? "nobody" : user;
  }

  /** The node's identity; empty for one that the domain does not know. */
  static Optional<NodeId> id(NodeRef node) {
    try {
      return Optional.of(NodeId.of(node.getId()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
