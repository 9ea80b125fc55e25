package org.chancery.core.audit;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.core.repository.NodeId;

/**
 * One thing that happened. Holds ids and codes only, never personal data: no names of
 * correspondents, no text, no search terms (requirement S11; a value that must be comparable is
 * passed through the host's keyed hash first).
 *
 * @param user the account; the name that was tried for a failed sign-in
 * @param action what was done
 * @param object the node it was done to
 * @param outcome whether it was
 * @param source where the request came from: an address, or {@code system}
 * @param details further codes and ids, sorted by name, so that the same event always reads the
 *     same
 */
public record AuditEvent(
    String user,
    Action action,
    Optional<NodeId> object,
    Outcome outcome,
    String source,
    Map<String, String> details) {

  /** Copies and sorts the details. */
  public AuditEvent {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(action, "action");
    details = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(details)));
  }

  /** How it ended. */
  public enum Outcome {
    /** It was done. */
    DONE,
    /** It was refused. */
    DENIED,
    /** It was tried and failed. */
    FAILED
  }
}
