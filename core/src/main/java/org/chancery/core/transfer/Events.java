package org.chancery.core.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.core.access.Accounts;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.audit.AuditTrail.AuditEntry;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Page;

/** What the ledger tells of a record's life, in the words of PREMIS 3 where it has one. */
final class Events {
  private static final int PAGE = 200;
  private static final Map<Action, String> TYPES = types();

  private final AuditTrail audit;
  private final Accounts accounts;
  private final Map<String, String> labels = new ConcurrentHashMap<>();

  Events(AuditTrail audit, Accounts accounts) {
    this.audit = audit;
    this.accounts = accounts;
  }

  private static Map<Action, String> types() {
    Map<Action, String> types = new EnumMap<>(Action.class);
    types.put(Action.RECEIVE, "capture");
    types.put(Action.CREATE, "creation");
    types.put(Action.READ_PAPER, "text recognition");
    types.put(Action.FILE, "filing");
    types.put(Action.UPDATE, "modification");
    types.put(Action.MOVE, "relocation");
    types.put(Action.CHANGE_PERMISSIONS, "policy assignment");
    types.put(Action.APPLY_SERIES, "policy assignment");
    types.put(Action.DECLARE, "declaration as a record");
    types.put(Action.CORRECT, "correction");
    types.put(Action.SUPERSEDE, "supersession");
    types.put(Action.CLEAR, "clearance");
    types.put(Action.PRINT, "printing for signature");
    types.put(Action.DISPATCH, "dispatch");
    types.put(Action.HOLD, "hold");
    types.put(Action.RELEASE, "release from hold");
    return types;
  }

  /**
   * What was done with it before a moment, the oldest first. Rows after that do not count, so that
   * a package that is resumed says the same.
   */
  List<PackedFile.Event> of(NodeId record, Instant before) {
    List<PackedFile.Event> events = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    AuditTrail.Filter filter =
        new AuditTrail.Filter(
            Optional.empty(),
            Set.copyOf(TYPES.keySet()),
            Optional.of(record),
            Optional.of(AuditEvent.Outcome.DONE),
            Optional.empty(),
            Optional.of(before));
    do {
      Page<AuditEntry> page = audit.read(filter, cursor, PAGE);
      page.items().stream().map(entry -> event(record, entry)).forEach(events::add);
      cursor = page.cursor();
    } while (cursor.isPresent());
    Collections.reverse(events);
    return events;
  }

  private PackedFile.Event event(NodeId record, AuditEntry entry) {
    String user = entry.event().user();
    boolean person = !entry.event().source().equals("system");
    return new PackedFile.Event(
        entry
            .sequence()
            .map(number -> "ledger-" + number + "-" + record.value())
            .orElseGet(
                () ->
                    "ledger-"
                        + entry.at().toEpochMilli()
                        + "-"
                        + entry.event().action().name().toLowerCase(Locale.ROOT)
                        + "-"
                        + record.value()),
        TYPES.get(entry.event().action()),
        entry.at(),
        "success",
        user,
        labels.computeIfAbsent(user, accounts::label),
        person);
  }
}
