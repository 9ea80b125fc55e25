package org.chancery.core.stakeholders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.issues.Issue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Organizations: entered, corrected, found by their id (requirement S1). */
public final class Organizations {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int DEEPEST = 20;

  private final Nodes nodes;
  private final Drawers drawers;
  private final Region region;
  private final Ownership ownership;
  private final Engagement engagement;
  private final Standing standing;
  private final AuditTrail audit;

  Organizations(
      Nodes nodes,
      Drawers drawers,
      Region region,
      Ownership ownership,
      Engagement engagement,
      Standing standing,
      AuditTrail audit) {
    this.nodes = nodes;
    this.drawers = drawers;
    this.region = region;
    this.ownership = ownership;
    this.engagement = engagement;
    this.standing = standing;
    this.audit = audit;
  }

  /**
   * An organization.
   *
   * @throws NotFound when it is not there for the caller, or is something else
   */
  public Node get(Caller caller, NodeId id) {
    return nodes
        .find(caller, id)
        .filter(node -> node.type().equals(Stk.ORGANIZATION))
        .orElseThrow(() -> new NotFound(id));
  }

  /**
   * Enters one, within the transaction in progress.
   *
   * @throws Invalid when the model forbids a value, or there is no such issue or component
   */
  public Node create(Actor actor, NewOrganization wanted) {
    Caller elevated = actor.caller().elevated();
    Object name = wanted.values().get(Stk.ORGANIZATION_NAME);
    if (name == null) {
      throw new Invalid(Map.of("name", "is needed"));
    }
    Optional<String> owner = ownership.component(actor, wanted.component());
    NodeId id = NodeId.random();
    Map<QName, Object> values = region.completed(Map.of(), wanted.values());
    values = new LinkedHashMap<>(values);
    values.values().removeIf(value -> value == null);
    values.putAll(ownership.values(actor.caller().user(), owner));
    values.putAll(Standing.fresh(owner, Set.copyOf(wanted.issues()), List.of()));
    NewNode node =
        new NewNode(
            id,
            drawers.letter(elevated, "Organizations", (String) name),
            Stk.ORGANIZATION,
            Drawers.name((String) name, id),
            Set.of(),
            values);
    Node created = Fields.naming(() -> nodes.create(elevated, node));
    engagement.set(elevated, id, wanted.issues());
    wanted.partOf().ifPresent(larger -> partOf(actor.caller(), id, Optional.of(larger)));
    audit.record(actor.did(Action.ORGANIZATION_ADD, id, Map.of()));
    return created;
  }

  /**
   * Corrects one, within the transaction in progress; whoever can see it may (requirement S13).
   *
   * @param revision what the actor saw
   * @param values what is to be; {@code null} for what is to be empty
   * @param issues what it engages on; as it is when empty
   */
  public Node correct(
      Actor actor,
      NodeId id,
      long revision,
      Map<QName, Object> values,
      Optional<List<String>> issues) {
    Caller elevated = actor.caller().elevated();
    Node before = get(actor.caller(), id);
    Map<QName, Object> completed = region.completed(before.properties(), values);
    Node changed =
        Fields.naming(
            () -> nodes.update(elevated, id, Optional.of(revision), Change.of(completed)));
    issues.ifPresent(codes -> engagement.set(elevated, id, codes));
    boolean renamed =
        !before.text(Stk.ORGANIZATION_NAME).equals(changed.text(Stk.ORGANIZATION_NAME));
    List<NodeId> touched = new ArrayList<>(List.of(id));
    if (renamed) {
      filed(elevated, changed);
      nodes.sources(SYSTEM, id, Stk.MEMBER_OF).forEach(person -> touched.add(person.id()));
    }
    standing.again(elevated, touched);
    audit.record(actor.did(Action.ORGANIZATION_CORRECT, id, Map.of()));
    return nodes.get(elevated, id);
  }

  /**
   * Makes it part of a larger one, or of none, within the transaction in progress.
   *
   * @throws Invalid when it would be part of itself
   */
  public void partOf(Caller caller, NodeId id, Optional<NodeId> larger) {
    Caller elevated = caller.elevated();
    larger.ifPresent(each -> refuseCircle(id, get(caller, each).id()));
    nodes
        .targets(SYSTEM, id, Stk.PART_OF)
        .forEach(each -> nodes.dissociate(elevated, id, Stk.PART_OF, each.id()));
    larger.ifPresent(each -> nodes.associate(elevated, id, Stk.PART_OF, each));
  }

  /** Puts it where its name belongs, within the transaction in progress. */
  public void filed(Caller elevated, Node organization) {
    String name = organization.text(Stk.ORGANIZATION_NAME).orElseThrow();
    NodeId drawer = drawers.letter(elevated, "Organizations", name);
    String called = Drawers.name(name, organization.id());
    if (!called.equals(organization.name()) || !organization.parent().equals(Optional.of(drawer))) {
      nodes.move(elevated, organization.id(), drawer, called);
    }
  }

  /**
   * Does nothing for an organization that is not part of itself by any way.
   *
   * @throws Invalid otherwise
   */
  public void requireNoCircle(NodeId id) {
    larger(id).ifPresent(each -> refuseCircle(id, each.id()));
  }

  private void refuseCircle(NodeId id, NodeId larger) {
    Optional<NodeId> at = Optional.of(larger);
    for (int steps = 0; at.isPresent(); steps++) {
      if (at.get().equals(id) || steps > DEEPEST) {
        throw new Invalid(Map.of("partOf", "must not be the organization itself or part of it"));
      }
      at = nodes.targets(SYSTEM, at.get(), Stk.PART_OF).stream().map(Node::id).findFirst();
    }
  }

  /** The larger one it is part of. */
  public Optional<Organization> larger(NodeId id) {
    return nodes.targets(SYSTEM, id, Stk.PART_OF).stream().map(Organization::of).findFirst();
  }

  /** Those that are part of it, by name. */
  public List<Organization> parts(NodeId id) {
    return nodes.sources(SYSTEM, id, Stk.PART_OF).stream()
        .map(Organization::of)
        .sorted(Comparator.comparing(Organization::name))
        .toList();
  }

  /** How many people belong to it now. */
  public int people(NodeId id) {
    return nodes.sources(SYSTEM, id, Stk.MEMBER_OF).size();
  }

  /** The issues it engages on. */
  public List<Issue> issues(NodeId id) {
    return engagement.of(id);
  }
}
