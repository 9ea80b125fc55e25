package org.chancery.core.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Adds to somebody there is what a row says more of them. */
final class Adding {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Stakeholders stakeholders;
  private final Belonging belonging;
  private final Actor actor;

  Adding(Nodes nodes, Stakeholders stakeholders, Belonging belonging, Actor actor) {
    this.nodes = nodes;
    this.stakeholders = stakeholders;
    this.belonging = belonging;
    this.actor = actor;
  }

  /**
   * Adds, within the transaction in progress.
   *
   * @param id whom to; refused when they are not there
   */
  Entry add(PlannedRow row, Optional<NodeId> id, LotInProgress lot) {
    int number = row.number();
    Optional<Node> there =
        id.flatMap(each -> nodes.find(actor.caller(), each))
            .filter(node -> node.type().equals(Stk.PERSON));
    if (there.isEmpty()) {
      return Entry.plain(
          number, RowResult.REFUSED, "Whom it was to be added to is not there any more");
    }
    ImportedPerson person = row.person().orElseThrow();
    Node node = nodes.hold(SYSTEM, there.get().id());
    Additions wanted =
        Additions.of(node.properties(), EnteredPerson.values(person), EnteredPerson.ADDED_TO);
    Map<QName, Object> personal = EnteredPerson.privateValues(person);
    boolean open = stakeholders.privateContacts().open(actor.caller(), node);
    Optional<Node> contact = stakeholders.privateContacts().of(SYSTEM, node.id());
    Additions reach =
        open
            ? Additions.of(
                contact.map(Node::properties).orElse(Map.of()), personal, personal.keySet())
            : Additions.NONE;
    if (!wanted.isEmpty() || !reach.isEmpty()) {
      stakeholders
          .people()
          .correct(
              actor, node.id(), node.revision(), wanted.values(), reach.values(), Optional.empty());
    }
    Map<String, Long> below = new LinkedHashMap<>();
    if (contact.isEmpty() && !reach.isEmpty()) {
      stakeholders
          .privateContacts()
          .of(SYSTEM, node.id())
          .ifPresent(each -> below.put(each.id().value(), 0L));
    }
    int before = lot.organizations.size();
    Optional<NodeId> organization =
        person.organization().map(name -> belonging.organization(name, lot));
    organization
        .filter(each -> !belongs(node.id(), each))
        .ifPresent(
            each ->
                below.put(
                    stakeholders
                        .affiliations()
                        .add(actor, node.id(), EnteredPerson.belongs(each))
                        .value(),
                    0L));
    Map<String, List<String>> added = new LinkedHashMap<>(wanted.added());
    added.putAll(reach.added());
    return new Entry(
        number,
        RowResult.ADDED,
        personal.isEmpty() || open
            ? Optional.empty()
            : Optional.of(
                "Private numbers and addresses were left aside: they are kept by the"
                    + " component that owns the entry"),
        Optional.of(node.id().value()),
        0,
        below,
        lot.organizations.size() > before
            ? organization.map(entered -> Map.of(entered.value(), 0L)).orElse(Map.of())
            : Map.<String, Long>of(),
        wanted.filled(),
        added);
  }

  private boolean belongs(NodeId person, NodeId organization) {
    return stakeholders.affiliations().of(person).stream()
        .anyMatch(each -> each.organization().equals(organization));
  }
}
