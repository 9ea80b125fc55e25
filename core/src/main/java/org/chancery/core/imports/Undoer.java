package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.RepositoryException;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Takes back what an import has made, part by part in the order of the rows: exactly that. Whoever
 * was changed since, met, or written about stays, and is named.
 */
final class Undoer {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final List<QName> CONTACTS =
      List.of(Stk.WITH_PERSON, Stk.ATTENDEE, Stk.RELATES_TO);

  private final Nodes nodes;
  private final Stakeholders stakeholders;
  private final AuditTrail audit;
  private final Actor actor;
  private final Map<String, Long> last = new HashMap<>();
  private final Set<String> entered = new HashSet<>();
  private final Set<String> events = new HashSet<>();
  private final Map<String, Map<String, Long>> below = new HashMap<>();
  private final Map<String, Long> organizations = new LinkedHashMap<>();

  /**
   * For one import.
   *
   * @param all everything it did that was not taken back yet
   */
  Undoer(Nodes nodes, Stakeholders stakeholders, AuditTrail audit, Actor actor, List<Entry> all) {
    this.nodes = nodes;
    this.stakeholders = stakeholders;
    this.audit = audit;
    this.actor = actor;
    for (Entry entry : all) {
      organizations.putAll(entry.organizations());
      entry
          .node()
          .ifPresent(
              id -> {
                last.merge(id, entry.revision(), Math::max);
                below.computeIfAbsent(id, any -> new HashMap<>()).putAll(entry.below());
                if (entry.result() == RowResult.ENTERED) {
                  entered.add(id);
                } else if (entry.result() == RowResult.EVENT) {
                  events.add(id);
                }
              });
    }
  }

  /** Events first: who came to them is else somebody who was met since. */
  List<String> events(List<Entry> part) {
    List<String> kept = new ArrayList<>();
    for (Entry entry : part) {
      if (entry.result() == RowResult.EVENT) {
        nodes
            .find(SYSTEM, NodeId.of(entry.node().orElseThrow()))
            .ifPresent(node -> event(node, entry, kept));
      }
    }
    return kept;
  }

  private void event(Node node, Entry entry, List<String> kept) {
    if (node.revision() != entry.revision()
        || !nodes.sources(SYSTEM, node.id(), Stk.AT_EVENT).isEmpty()) {
      kept.add(node.id().value());
      return;
    }
    List<NodeId> attendees =
        nodes.targets(SYSTEM, node.id(), Stk.ATTENDEE).stream().map(Node::id).toList();
    Map<NodeId, Long> before = new HashMap<>();
    nodes.findAll(SYSTEM, attendees).forEach(each -> before.put(each.id(), each.revision()));
    nodes.delete(SYSTEM, node.id(), Optional.empty());
    stakeholders.standing().again(SYSTEM, attendees);
    // What this very undoing changes is no change by others.
    for (Node each : nodes.findAll(SYSTEM, attendees)) {
      String id = each.id().value();
      if (before.get(each.id()).equals(last.get(id))) {
        last.put(id, each.revision());
      }
    }
  }

  /** Takes a part back, within the transaction in progress; what stays is answered. */
  List<String> takeBack(List<Entry> part) {
    List<String> kept = new ArrayList<>();
    for (Entry entry : part) {
      Optional<Node> node = entry.node().flatMap(id -> nodes.find(SYSTEM, NodeId.of(id)));
      if (node.isEmpty() || events.contains(node.get().id().value())) {
        continue;
      }
      if (entry.result() == RowResult.ENTERED) {
        if (!remove(node.get())) {
          kept.add(node.get().id().value());
        }
      } else if (entry.result() == RowResult.ADDED
          && !entry.isEmpty()
          && !entered.contains(entry.node().orElseThrow())) {
        restore(node.get(), entry);
      }
    }
    return kept;
  }

  private boolean remove(Node person) {
    String id = person.id().value();
    boolean changed =
        person.revision() != last.get(id)
            || CONTACTS.stream()
                .anyMatch(each -> !nodes.sources(SYSTEM, person.id(), each).isEmpty())
            || nodes.children(SYSTEM, person.id(), Optional.empty(), 100).items().stream()
                .anyMatch(
                    child ->
                        !Long.valueOf(child.revision())
                            .equals(below.get(id).get(child.id().value())));
    if (changed) {
      return false;
    }
    try {
      nodes.delete(SYSTEM, person.id(), Optional.empty());
    } catch (RepositoryException e) {
      // Under a hold, or whatever else keeps it: it stays, and is named.
      return false;
    }
    audit.record(actor.did(Action.IMPORT_UNDO, person.id(), Map.of()));
    return true;
  }

  /** What was added goes, as far as it still says what was added. */
  private void restore(Node person, Entry entry) {
    entry
        .below()
        .forEach(
            (id, revision) ->
                nodes
                    .find(SYSTEM, NodeId.of(id))
                    .filter(node -> node.revision() == revision)
                    .ifPresent(node -> nodes.delete(SYSTEM, node.id(), Optional.empty())));
    Map<QName, Object> values = without(person, entry);
    Map<QName, Object> personal =
        stakeholders
            .privateContacts()
            .of(actor.caller(), person.id())
            .map(contact -> without(contact, entry))
            .orElse(Map.of());
    if (!values.isEmpty() || !personal.isEmpty()) {
      stakeholders
          .people()
          .correct(actor, person.id(), person.revision(), values, personal, Optional.empty());
    }
    stakeholders.affiliations().follow(actor.caller().elevated(), person.id());
    audit.record(actor.did(Action.IMPORT_UNDO, person.id(), Map.of()));
  }

  private static Map<QName, Object> without(Node node, Entry entry) {
    Map<QName, Object> values = new LinkedHashMap<>();
    entry
        .filled()
        .forEach(
            (property, value) -> {
              QName name = QName.of(property);
              if (node.text(name).filter(value::equals).isPresent()) {
                values.put(name, null);
              }
            });
    entry
        .added()
        .forEach(
            (property, more) -> {
              QName name = QName.of(property);
              List<String> there = new ArrayList<>(node.<String>list(name));
              if (there.removeAll(more)) {
                values.put(name, there.isEmpty() ? null : there);
              }
            });
    return values;
  }

  /** Organizations that were entered with people, and are nobody's now. */
  List<String> organizations() {
    List<String> kept = new ArrayList<>();
    for (Map.Entry<String, Long> each : organizations.entrySet()) {
      nodes
          .find(SYSTEM, NodeId.of(each.getKey()))
          .ifPresent(
              node -> {
                boolean used =
                    node.revision() != each.getValue()
                        || List.of(
                                Stk.AFFILIATED_WITH,
                                Stk.MEMBER_OF,
                                Stk.PART_OF,
                                Stk.WITH_ORGANIZATION,
                                Stk.REPRESENTED)
                            .stream()
                            .anyMatch(by -> !nodes.sources(SYSTEM, node.id(), by).isEmpty())
                        || !nodes
                            .children(SYSTEM, node.id(), Optional.empty(), 1)
                            .items()
                            .isEmpty();
                if (used) {
                  kept.add(each.getKey());
                } else {
                  nodes.delete(SYSTEM, node.id(), Optional.empty());
                  audit.record(actor.did(Action.IMPORT_UNDO, node.id(), Map.of()));
                }
              });
    }
    return kept;
  }
}
