package org.chancery.core.stakeholders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.issues.Issue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** People: entered, corrected, found by their id (requirement S2). */
public final class Individuals {
  private static final String FOLDER = "People";

  private final Nodes nodes;
  private final Drawers drawers;
  private final Region region;
  private final Ownership ownership;
  private final Engagement engagement;
  private final PrivateContacts privateContacts;
  private final Affiliations affiliations;
  private final Standing standing;
  private final AuditTrail audit;
  private volatile Admission admission = Admission.OPEN;

  Individuals(
      Nodes nodes,
      Drawers drawers,
      Region region,
      Ownership ownership,
      Engagement engagement,
      PrivateContacts privateContacts,
      Affiliations affiliations,
      Standing standing,
      AuditTrail audit) {
    this.nodes = nodes;
    this.drawers = drawers;
    this.region = region;
    this.ownership = ownership;
    this.engagement = engagement;
    this.privateContacts = privateContacts;
    this.affiliations = affiliations;
    this.standing = standing;
    this.audit = audit;
  }

  /** Says who is asked before anybody is entered. */
  public void admittedBy(Admission by) {
    admission = by;
  }

  /** Asks whether all of them may be entered: {@link #create} does so, too. */
  public void admitAll(Actor actor, List<NewPerson> people) {
    admission.admitAll(actor, people);
  }

  /**
   * A person.
   *
   * @throws NotFound when they are not there for the caller, or it is something else
   */
  public Node get(Caller caller, NodeId id) {
    return nodes
        .find(caller, id)
        .filter(node -> node.type().equals(Stk.PERSON))
        .orElseThrow(() -> new NotFound(id));
  }

  /**
   * Enters a person, within the transaction in progress.
   *
   * @throws Invalid when the model forbids a value, or there is no such issue, organization or
   *     component
   */
  public Node create(Actor actor, NewPerson person) {
    Caller elevated = actor.caller().elevated();
    if (person.text(Stk.LAST_NAME).isEmpty()) {
      throw new Invalid(Map.of("lastName", "is needed"));
    }
    admission.admit(actor, person);
    Optional<String> owner = ownership.component(actor, person.component());
    NodeId id = NodeId.random();
    Map<QName, Object> values = new LinkedHashMap<>(region.completed(Map.of(), person.values()));
    values.values().removeIf(value -> value == null);
    values.putAll(ownership.values(actor.caller().user(), owner));
    values.putAll(Standing.fresh(owner, Set.copyOf(person.issues()), List.of()));
    NewNode node =
        new NewNode(
            id,
            drawers.letter(elevated, FOLDER, person.text(Stk.LAST_NAME).orElseThrow()),
            Stk.PERSON,
            name(person.text(Stk.LAST_NAME), person.text(Stk.FIRST_NAME), id),
            Set.of(),
            values);
    Node created = Fields.naming(() -> nodes.create(elevated, node));
    Fields.naming(
        () -> {
          privateContacts.create(elevated, id, owner, person.privateContact());
          return id;
        });
    engagement.set(elevated, id, person.issues());
    if (!person.affiliations().isEmpty()) {
      person.affiliations().forEach(each -> affiliations.put(actor, id, each));
      affiliations.follow(elevated, id);
      created = nodes.get(elevated, id);
    }
    audit.record(actor.did(Action.PERSON_ADD, id, Map.of()));
    return created;
  }

  private static String name(Optional<String> last, Optional<String> first, NodeId id) {
    String text = last.orElse("") + first.map(given -> ", " + given).orElse("");
    return Drawers.name(text, id);
  }

  /**
   * Corrects a person, within the transaction in progress; whoever can see them may (requirement
   * S13), but private numbers and addresses only those of the component that owns the entry.
   *
   * @param revision what the actor saw
   * @param values what is to be; {@code null} for what is to be empty
   * @param privateValues the same of the private contact
   * @param issues what they engage on; as it is when empty
   * @throws Denied when the private contact is another component's
   */
  public Node correct(
      Actor actor,
      NodeId id,
      long revision,
      Map<QName, Object> values,
      Map<QName, Object> privateValues,
      Optional<List<String>> issues) {
    Caller elevated = actor.caller().elevated();
    Node before = get(actor.caller(), id);
    admission.admit(actor, became(before, values, added(id, privateValues)));
    Map<QName, Object> completed = region.completed(before.properties(), values);
    Node changed =
        Fields.naming(
            () -> nodes.update(elevated, id, Optional.of(revision), Change.of(completed)));
    Fields.naming(
        () -> {
          privateContacts.change(actor.caller(), before, privateValues);
          return id;
        });
    issues.ifPresent(codes -> engagement.set(elevated, id, codes));
    filed(elevated, changed);
    standing.again(elevated, List.of(id));
    audit.record(actor.did(Action.PERSON_CORRECT, id, Map.of()));
    return nodes.get(elevated, id);
  }

  private Map<QName, Object> added(NodeId person, Map<QName, Object> values) {
    Optional<Node> there = privateContacts.of(Caller.ofSystem(), person);
    Map<QName, Object> added = new LinkedHashMap<>();
    values.forEach(
        (property, value) -> {
          if (value instanceof List<?> list) {
            List<Object> known = there.map(node -> node.list(property)).orElse(List.of());
            added.put(property, list.stream().filter(each -> !known.contains(each)).toList());
          }
        });
    return added;
  }

  /** As who somebody is entered by a correction: what stays as it was lets nobody in anew. */
  private static NewPerson became(
      Node before, Map<QName, Object> values, Map<QName, Object> privateValues) {
    Map<QName, Object> changed = new LinkedHashMap<>(values);
    changed
        .entrySet()
        .removeIf(each -> Objects.equals(each.getValue(), before.properties().get(each.getKey())));
    List<QName> naming = List.of(Stk.FIRST_NAME, Stk.LAST_NAME, Stk.ZIP);
    boolean named = naming.stream().anyMatch(changed::containsKey);
    Map<QName, Object> person = new LinkedHashMap<>(changed);
    before.text(Stk.LAST_NAME).ifPresent(last -> person.putIfAbsent(Stk.LAST_NAME, last));
    if (named) {
      naming.forEach(each -> before.text(each).ifPresent(text -> person.putIfAbsent(each, text)));
    }
    return new NewPerson(person, privateValues, List.of(), List.of(), Optional.empty());
  }

  /** Puts a person where their name belongs, within the transaction in progress. */
  public void filed(Caller elevated, Node person) {
    String last = person.text(Stk.LAST_NAME).orElseThrow();
    String name = name(Optional.of(last), person.text(Stk.FIRST_NAME), person.id());
    // What is under a hold is counted where it lies.
    NodeId drawer =
        person.aspects().contains(Rec.HELD)
            ? person.parent().orElseThrow()
            : drawers.letter(elevated, FOLDER, last);
    if (!name.equals(person.name()) || !person.parent().equals(Optional.of(drawer))) {
      nodes.move(elevated, person.id(), drawer, name);
    }
  }

  /**
   * Asks whether somebody who was there before may come back, within the transaction in progress;
   * throws what the actor is told otherwise.
   */
  public void readmit(Actor actor, Node person, Optional<Node> privateContact) {
    admission.admit(
        actor,
        new NewPerson(
            Fields.OF_PERSON.values(person),
            privateContact.map(Fields.OF_PRIVATE_CONTACT::values).orElse(Map.of()),
            List.of(),
            List.of(),
            person.text(Stk.OWNER_COMPONENT)));
  }

  /** The issues they engage on. */
  public List<Issue> issues(NodeId id) {
    return engagement.of(id);
  }
}
