package org.chancery.core.stakeholders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Enters many people at once, each as {@link Individuals#create} would, at the price of a few: what
 * follows from affiliations is written with the person, since nobody else can have touched it.
 */
public final class Newcomers {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Permissions permissions;
  private final Drawers drawers;
  private final Region region;
  private final Ownership ownership;
  private final AuditTrail audit;

  Newcomers(
      Nodes nodes,
      Permissions permissions,
      Drawers drawers,
      Region region,
      Ownership ownership,
      AuditTrail audit) {
    this.nodes = nodes;
    this.permissions = permissions;
    this.drawers = drawers;
    this.region = region;
    this.ownership = ownership;
    this.audit = audit;
  }

  /**
   * Somebody to be entered, at organizations that are there.
   *
   * @param person without affiliations and issues
   * @param organizations where they belong, each once
   */
  public record Newcomer(NewPerson person, List<NodeId> organizations) {}

  /**
   * Somebody who was entered.
   *
   * @param id the person
   * @param below what was made below them
   */
  public record Entered(NodeId id, List<NodeId> below) {}

  /**
   * Enters them, within the transaction in progress. Admission has been asked by the caller.
   *
   * @param owner the component that is to own them
   * @return in the order of the newcomers
   * @throws Invalid when the model forbids a value of one of them; then none is entered
   */
  public List<Entered> enter(Actor actor, Optional<String> owner, List<Newcomer> newcomers) {
    Caller elevated = actor.caller().elevated();
    Map<NodeId, String> names = names(newcomers);
    Made made = new Made();
    Map<String, NodeId> letters = new HashMap<>();
    for (Newcomer each : newcomers) {
      plan(actor, owner, each, names, letters, made);
    }
    Fields.naming(
        () -> {
          nodes.createAll(elevated, made.people);
          nodes.createAll(elevated, made.below);
          return made;
        });
    permissions.setAll(elevated, made.access);
    nodes.associateAll(elevated, made.relations);
    made.entered.forEach(each -> audit.record(actor.did(Action.PERSON_ADD, each.id(), Map.of())));
    return List.copyOf(made.entered);
  }

  /**
   * Enters organizations of these names, within the transaction in progress, each as {@link
   * Organizations#create} would.
   *
   * @param owner the component that is to own them
   * @return by name
   * @throws Invalid when the model forbids one of the names; then none is entered
   */
  public Map<String, NodeId> organizations(
      Actor actor, Optional<String> owner, Collection<String> names) {
    Caller elevated = actor.caller().elevated();
    Map<String, NodeId> made = new LinkedHashMap<>();
    List<NewNode> all = new ArrayList<>();
    Map<String, NodeId> letters = new HashMap<>();
    for (String name : names) {
      NodeId id = NodeId.random();
      made.put(name, id);
      Map<QName, Object> values = new LinkedHashMap<>();
      values.put(Stk.ORGANIZATION_NAME, name);
      values.putAll(ownership.values(actor.caller().user(), owner));
      values.putAll(Standing.fresh(owner, List.of(), List.of()));
      NodeId drawer =
          letters.computeIfAbsent(
              name.substring(0, 1), letter -> drawers.letter(elevated, "Organizations", name));
      all.add(new NewNode(id, drawer, Stk.ORGANIZATION, Drawers.name(name, id), Set.of(), values));
    }
    Fields.naming(
        () -> {
          nodes.createAll(elevated, all);
          return all;
        });
    made.values().forEach(id -> audit.record(actor.did(Action.ORGANIZATION_ADD, id, Map.of())));
    return made;
  }

  /** All that is to be made, kind by kind. */
  private static final class Made {
    private final List<NewNode> people = new ArrayList<>();
    private final List<NewNode> below = new ArrayList<>();
    private final Map<NodeId, AccessList> access = new LinkedHashMap<>();
    private final List<Nodes.Relation> relations = new ArrayList<>();
    private final List<Entered> entered = new ArrayList<>();
  }

  private Map<NodeId, String> names(List<Newcomer> newcomers) {
    List<NodeId> ids =
        newcomers.stream().flatMap(each -> each.organizations().stream()).distinct().toList();
    Map<NodeId, String> names = new LinkedHashMap<>();
    for (Node node : nodes.findAll(SYSTEM, ids)) {
      names.put(node.id(), node.text(Stk.ORGANIZATION_NAME).orElseThrow());
    }
    return names;
  }

  private void plan(
      Actor actor,
      Optional<String> owner,
      Newcomer newcomer,
      Map<NodeId, String> names,
      Map<String, NodeId> letters,
      Made made) {
    NewPerson person = newcomer.person();
    String last =
        person.text(Stk.LAST_NAME).orElseThrow(() -> new Invalid(Map.of("lastName", "is needed")));
    NodeId id = NodeId.random();
    List<NodeId> organizations =
        newcomer.organizations().stream().filter(names::containsKey).toList();
    Map<QName, Object> values = new LinkedHashMap<>(region.completed(Map.of(), person.values()));
    values.values().removeIf(value -> value == null);
    values.putAll(ownership.values(actor.caller().user(), owner));
    values.putAll(
        Standing.fresh(
            owner, List.of(), organizations.stream().map(names::get).sorted().distinct().toList()));
    String name = last + person.text(Stk.FIRST_NAME).map(each -> ", " + each).orElse("");
    NodeId drawer =
        letters.computeIfAbsent(
            last.substring(0, 1),
            letter -> drawers.letter(actor.caller().elevated(), "People", last));
    made.people.add(new NewNode(id, drawer, Stk.PERSON, Drawers.name(name, id), Set.of(), values));
    List<NodeId> below = new ArrayList<>();
    if (!person.privateContact().isEmpty()) {
      NodeId contact = NodeId.random();
      made.below.add(
          new NewNode(
              contact,
              id,
              Stk.PRIVATE_CONTACT,
              PrivateContacts.NAME,
              Set.of(),
              person.privateContact()));
      made.access.put(contact, AccessLists.ofPrivateContact(owner));
      below.add(contact);
    }
    for (NodeId organization : organizations) {
      NodeId belongs = NodeId.random();
      made.below.add(
          new NewNode(
              belongs,
              id,
              Stk.AFFILIATION,
              Drawers.name("Affiliation", belongs),
              Set.of(),
              Map.of()));
      made.relations.add(new Nodes.Relation(belongs, Stk.AFFILIATED_WITH, organization));
      made.relations.add(new Nodes.Relation(id, Stk.MEMBER_OF, organization));
      below.add(belongs);
    }
    made.entered.add(new Entered(id, below));
  }
}
