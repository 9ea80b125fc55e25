package org.chancery.core.rights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.stakeholders.ContactBlock;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;

/**
 * People taken out of the system, for those with the capability alone (requirement P10): who may is
 * asked by the route, each time has its row in the ledger. Who asked not to be contacted is left
 * out of what is taken out in bulk.
 */
public final class Exports {
  private static final int PART = 500;

  private final Nodes nodes;
  private final Searcher searcher;
  private final Stakeholders stakeholders;
  private final Transactions transactions;
  private final AuditTrail audit;

  Exports(Rights.Ports ports) {
    this.nodes = ports.nodes();
    this.searcher = ports.searcher();
    this.stakeholders = ports.stakeholders();
    this.transactions = ports.transactions();
    this.audit = ports.audit();
  }

  /**
   * Somebody as taken out.
   *
   * @param contact private numbers and addresses, as far as the caller may see them
   */
  public record Entry(Node person, Optional<Node> contact) {}

  /**
   * Whom to take out; empty parts do not restrict.
   *
   * @param component that owns them
   * @param state of the work address
   * @param issue they engage on
   */
  public record Which(Optional<String> component, Optional<String> state, Optional<String> issue) {
    Tally tally() {
      Tally tally =
          Tally.of(Stk.PERSON)
              .with(
                  new Tally.NoneOf(
                      "stk:noContactState",
                      Set.of(ContactBlock.REQUESTED, ContactBlock.RESTRICTED)));
      Map<String, Optional<String>> fields =
          Map.of("stk:ownerComponent", component, "stk:state", state, "stk:issues", issue);
      for (Map.Entry<String, Optional<String>> each : fields.entrySet()) {
        if (each.getValue().isPresent()) {
          tally = tally.with(new Tally.AnyOf(each.getKey(), Set.of(each.getValue().get())));
        }
      }
      return tally;
    }
  }

  /** One person, noted in the ledger; not within a transaction. */
  public Entry one(Actor actor, NodeId id, String format) {
    Node person = stakeholders.people().get(actor.caller(), id);
    Optional<Node> contact = stakeholders.privateContacts().of(actor.caller(), id);
    transactions.write(
        () ->
            audit.record(
                actor.did(Action.STAKEHOLDER_EXPORT, id, Map.of("format", format, "count", "1"))));
    return new Entry(person, contact);
  }

  /**
   * All of them, one after the other, noted in the ledger before the first is handed on; not within
   * a transaction.
   *
   * @return how many there were
   */
  public long all(Actor actor, Which which, String format, Consumer<Entry> to) {
    Caller caller = actor.caller();
    Tally tally = which.tally();
    List<NodeId> ids = new ArrayList<>();
    Tally.Listed listed;
    do {
      listed = searcher.listed(tally, Tally.DAY, ids.size(), PART, caller);
      ids.addAll(listed.ids());
    } while (!listed.ids().isEmpty() && ids.size() < listed.total());
    AuditEvent row =
        new AuditEvent(
            caller.user(),
            Action.STAKEHOLDER_EXPORT,
            Optional.empty(),
            AuditEvent.Outcome.DONE,
            actor.source(),
            Map.of("format", format, "count", String.valueOf(ids.size())));
    transactions.write(() -> audit.record(row));
    for (int from = 0; from < ids.size(); from += PART) {
      List<NodeId> part = ids.subList(from, Math.min(ids.size(), from + PART));
      Map<NodeId, Node> contacts = new HashMap<>();
      nodes
          .childrenOfAll(caller, part, Stk.PRIVATE_CONTACT)
          .forEach(contact -> contacts.put(contact.parent().orElseThrow(), contact));
      nodes
          .findAll(caller, part)
          .forEach(
              person ->
                  to.accept(new Entry(person, Optional.ofNullable(contacts.get(person.id())))));
    }
    return ids.size();
  }
}
