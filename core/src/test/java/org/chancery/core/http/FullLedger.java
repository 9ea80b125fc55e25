package org.chancery.core.http;

import java.util.Optional;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Page;

/** A ledger that cannot be written. */
final class FullLedger implements AuditTrail {
  @Override
  public void record(AuditEvent event) {
    throw new IllegalStateException("The disk is full");
  }

  @Override
  public Page<AuditEntry> read(Filter filter, Optional<String> cursor, int limit) {
    throw new UnsupportedOperationException();
  }
}
