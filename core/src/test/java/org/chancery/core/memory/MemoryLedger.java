package org.chancery.core.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Page;

/** The ledger in memory. */
public final class MemoryLedger implements AuditTrail {
  private final MemoryHost host;
  private final List<AuditEntry> apart = new ArrayList<>();
  private boolean isApart;

  MemoryLedger(MemoryHost host) {
    this.host = host;
  }

  @Override
  public void record(AuditEvent event) {
    host.requireTransaction();
    AuditEntry entry =
        new AuditEntry(
            Optional.of((long) host.state.ledger.size() + 1), host.clock().instant(), event);
    host.state.ledger.add(entry);
    if (isApart) {
      apart.add(entry);
    }
  }

  <T> T apart(Supplier<T> work) {
    isApart = true;
    try {
      return work.get();
    } finally {
      isApart = false;
    }
  }

  List<AuditEntry> takeApart() {
    List<AuditEntry> taken = List.copyOf(apart);
    apart.clear();
    return taken;
  }

  /** Everything recorded, oldest first. */
  /** Forgets rows, which no ledger does: for what a later day brings. */
  public void forget(Predicate<AuditEvent> rows) {
    host.write(() -> host.state.ledger.removeIf(entry -> rows.test(entry.event())));
  }

  /** What was recorded. */
  public List<AuditEvent> events() {
    return host.within(() -> host.state.ledger.stream().map(AuditEntry::event).toList());
  }

  @Override
  public Page<AuditEntry> read(Filter filter, Optional<String> cursor, int limit) {
    return host.within(
        () -> {
          List<AuditEntry> all = new ArrayList<>(host.state.ledger);
          Collections.reverse(all);
          List<AuditEntry> found = all.stream().filter(entry -> matches(filter, entry)).toList();
          int from = cursor.map(Integer::parseInt).orElse(0);
          int to = Math.min(found.size(), from + limit);
          return new Page<>(
              found.subList(from, to),
              to < found.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
        });
  }

  private static boolean matches(Filter filter, AuditEntry entry) {
    AuditEvent event = entry.event();
    return filter.user().map(event.user()::equals).orElse(true)
        && (filter.actions().isEmpty() || filter.actions().contains(event.action()))
        && (filter.object().isEmpty() || filter.object().equals(event.object()))
        && filter.outcome().map(outcome -> outcome == event.outcome()).orElse(true)
        && filter.from().map(from -> !entry.at().isBefore(from)).orElse(true)
        && filter.to().map(entry.at()::isBefore).orElse(true);
  }
}
