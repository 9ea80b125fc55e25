package org.chancery.ledger;

import java.util.Map;
import java.util.Optional;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.repository.NodeId;

/** Events to write. */
final class Events {
  private Events() {}

  static AuditEvent by(String user) {
    return event(user, Action.UPDATE, AuditEvent.Outcome.DONE);
  }

  static AuditEvent event(String user, Action action, AuditEvent.Outcome outcome) {
    return new AuditEvent(
        user,
        action,
        Optional.of(NodeId.random()),
        outcome,
        "10.0.0.1",
        Map.of("revision", "2", "channel", "upload"));
  }
}
