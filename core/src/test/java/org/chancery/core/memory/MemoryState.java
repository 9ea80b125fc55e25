package org.chancery.core.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.audit.AuditTrail.AuditEntry;
import org.chancery.core.destruction.Left;
import org.chancery.core.http.IdempotencyStore.Answer;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Versions.Version;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.model.QName;

/** All that a transaction can change; copied before, put back when it fails. */
final class MemoryState {
  final Map<NodeId, Node> nodes = new LinkedHashMap<>();
  final Map<NodeId, AccessList> access = new HashMap<>();
  final Map<NodeId, List<Version>> versions = new HashMap<>();
  final List<Relation> relations = new ArrayList<>();
  final List<AuditEntry> ledger = new ArrayList<>();
  final Map<String, Item> queue = new LinkedHashMap<>();
  final Map<String, Remembered> answers = new HashMap<>();
  final Map<String, Long> sequences = new HashMap<>();
  final List<MemoryEngine.Version> templates = new ArrayList<>();
  final Map<String, MemoryEngine.Process> processes = new LinkedHashMap<>();
  final Map<NodeId, ClockRegister.Row> clocks = new LinkedHashMap<>();
  final Map<NodeId, List<ClockRegister.Event>> clockEvents = new HashMap<>();
  final Map<NodeId, String> applied = new HashMap<>();
  final Set<Left> remains = new LinkedHashSet<>();
  final Set<NodeId> reviewed = new HashSet<>();
  final Set<NodeId> heldClocks = new HashSet<>();
  int lastTask;
  long counter;

  /** A relation between two nodes. */
  record Relation(NodeId source, QName name, NodeId target) {}

  /** A row of the queue. */
  record Item(long id, String queue, String key, int attempts, String lease, Instant due) {}

  /** An answer to an idempotency key. */
  record Remembered(String hash, Answer answer) {}

  MemoryState copy() {
    MemoryState copy = new MemoryState();
    copy.nodes.putAll(nodes);
    copy.access.putAll(access);
    versions.forEach((id, kept) -> copy.versions.put(id, List.copyOf(kept)));
    copy.relations.addAll(relations);
    copy.ledger.addAll(ledger);
    copy.queue.putAll(queue);
    copy.answers.putAll(answers);
    copy.sequences.putAll(sequences);
    copy.templates.addAll(templates);
    copy.processes.putAll(processes);
    copy.clocks.putAll(clocks);
    copy.clockEvents.putAll(clockEvents);
    copy.applied.putAll(applied);
    copy.remains.addAll(remains);
    copy.reviewed.addAll(reviewed);
    copy.heldClocks.addAll(heldClocks);
    copy.lastTask = lastTask;
    copy.counter = counter;
    return copy;
  }
}
