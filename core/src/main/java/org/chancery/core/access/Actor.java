package org.chancery.core.access;

import java.util.Map;
import java.util.Optional;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;

/**
 * Who does something in the domain, with what the domain has to know of them.
 *
 * @param caller with what authorities
 * @param component the component that what they create is first assigned to
 * @param source where the request came from, or {@code system}
 */
public record Actor(Caller caller, Optional<String> component, String source) {

  /** A signed-in account. */
  public static Actor of(Account account, String source) {
    return new Actor(account.caller(), account.firstComponent(), source);
  }

  /** The system itself. */
  public static Actor ofSystem() {
    return new Actor(Caller.ofSystem(), Optional.empty(), "system");
  }

  /** The row for something that they did. */
  public AuditEvent did(Action action, NodeId object, Map<String, String> details) {
    return new AuditEvent(
        caller.user(), action, Optional.of(object), AuditEvent.Outcome.DONE, source, details);
  }
}
