package org.chancery.core.audit;

import java.util.Optional;
import org.chancery.core.repository.Page;

/**
 * Counts the rows a thread has recorded, so that who carries a request can tell whether the domain
 * has left one, and see to it that no request goes without (requirement P8).
 */
public final class CountedTrail implements AuditTrail {
  private final AuditTrail trail;
  private final ThreadLocal<Long> rows = ThreadLocal.withInitial(() -> 0L);

  private CountedTrail(AuditTrail trail) {
    this.trail = trail;
  }

  /** Counts what goes to the trail; one that counts already is taken as it is. */
  public static CountedTrail of(AuditTrail trail) {
    return trail instanceof CountedTrail counted ? counted : new CountedTrail(trail);
  }

  @Override
  public void record(AuditEvent event) {
    trail.record(event);
    rows.set(rows.get() + 1);
  }

  @Override
  public Page<AuditEntry> read(Filter filter, Optional<String> cursor, int limit) {
    return trail.read(filter, cursor, limit);
  }

  /** How many rows this thread has recorded so far, those of rolled back work among them. */
  public long rows() {
    return rows.get();
  }
}
