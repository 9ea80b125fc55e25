package org.chancery.core.stakeholders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
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

/**
 * Where people belong and belonged. The truth are nodes below the person; {@code stk:memberOf}
 * follows from those that hold now.
 */
public final class Affiliations {
  private static final Caller SYSTEM = Caller.ofSystem();

  private final Nodes nodes;
  private final Organizations organizations;
  private final Standing standing;
  private final AuditTrail audit;
  private final Clock clock;

  Affiliations(
      Nodes nodes, Organizations organizations, Standing standing, AuditTrail audit, Clock clock) {
    this.nodes = nodes;
    this.organizations = organizations;
    this.standing = standing;
    this.audit = audit;
    this.clock = clock;
  }

  /** A person's, those that hold now first, then the latest. */
  public List<Affiliation> of(NodeId person) {
    LocalDate today = today();
    List<Affiliation> found = new ArrayList<>();
    for (Node node : nodes.childrenOfAll(SYSTEM, List.of(person), Stk.AFFILIATION)) {
      nodes.targets(SYSTEM, node.id(), Stk.AFFILIATED_WITH).stream()
          .findFirst()
          .ifPresent(organization -> found.add(read(node, organization)));
    }
    found.sort(
        Comparator.comparing((Affiliation each) -> !each.current(today))
            .thenComparing(each -> each.from().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(Affiliation::organizationName));
    return found;
  }

  /** Somebody who belongs or belonged to an organization, and how. */
  public record Member(Node person, Affiliation affiliation) {}

  /** Those who belong or belonged to an organization, in no order. */
  public List<Member> members(Node organization) {
    List<Node> found = nodes.sources(SYSTEM, organization.id(), Stk.AFFILIATED_WITH);
    List<NodeId> people = found.stream().flatMap(node -> node.parent().stream()).toList();
    Map<NodeId, Node> byId =
        nodes.findAll(SYSTEM, people).stream()
            .collect(Collectors.toMap(Node::id, each -> each, (one, other) -> one));
    return found.stream()
        .filter(node -> byId.containsKey(node.parent().orElseThrow()))
        .map(node -> new Member(byId.get(node.parent().orElseThrow()), read(node, organization)))
        .toList();
  }

  private static Affiliation read(Node node, Node organization) {
    return new Affiliation(
        node.id(),
        organization.id(),
        Organization.of(organization).name(),
        node.text(Stk.ROLE),
        node.date(Stk.FROM),
        node.date(Stk.TO));
  }

  /**
   * Adds one, within the transaction in progress.
   *
   * @throws NotFound when the organization is not there
   * @throws Invalid for neither or both of an organization and the name of a new one, or an end
   *     before the beginning
   */
  public NodeId add(Actor actor, NodeId person, NewAffiliation wanted) {
    NodeId id = put(actor, person, wanted);
    follow(actor.caller().elevated(), person);
    audit.record(actor.did(Action.PERSON_AFFILIATE, person, Map.of("change", "added")));
    return id;
  }

  /** Adds one, and leaves it to the caller to bring in line what follows from it. */
  NodeId put(Actor actor, NodeId person, NewAffiliation wanted) {
    check(wanted);
    Caller elevated = actor.caller().elevated();
    NodeId organization =
        wanted.organization().isPresent()
            ? organizations.get(actor.caller(), wanted.organization().get()).id()
            : organizations
                .create(actor, NewOrganization.named(wanted.newOrganization().orElseThrow()))
                .id();
    NodeId id = NodeId.random();
    Map<QName, Object> values = values(wanted);
    values.values().removeIf(value -> value == null);
    nodes.create(
        elevated,
        new NewNode(
            id, person, Stk.AFFILIATION, Drawers.name("Affiliation", id), Set.of(), values));
    nodes.associate(elevated, id, Stk.AFFILIATED_WITH, organization);
    return id;
  }

  private static Map<QName, Object> values(NewAffiliation wanted) {
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(
        Stk.ROLE, wanted.role().map(String::strip).filter(role -> !role.isEmpty()).orElse(null));
    values.put(Stk.FROM, wanted.from().orElse(null));
    values.put(Stk.TO, wanted.to().orElse(null));
    return values;
  }

  private static void check(NewAffiliation wanted) {
    boolean named = wanted.newOrganization().filter(name -> !name.isBlank()).isPresent();
    if (wanted.organization().isPresent() == named) {
      throw new Invalid(
          Map.of("organization", "give either an organization or the name of a new one"));
    }
    checkDays(wanted.from(), wanted.to());
  }

  static void checkDays(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new Invalid(Map.of("to", "must not be before the first day"));
    }
  }

  /**
   * Changes role and days, within the transaction in progress; to belong elsewhere is another
   * affiliation.
   *
   * @throws NotFound when the person has none of that id
   */
  public void change(Actor actor, NodeId person, NodeId id, NewAffiliation wanted) {
    require(person, id);
    checkDays(wanted.from(), wanted.to());
    Caller elevated = actor.caller().elevated();
    nodes.update(elevated, id, Optional.empty(), Change.of(values(wanted)));
    follow(elevated, person);
    audit.record(actor.did(Action.PERSON_AFFILIATE, person, Map.of("change", "changed")));
  }

  /**
   * Takes one away that was never true, within the transaction in progress.
   *
   * @throws NotFound when the person has none of that id
   */
  public void remove(Actor actor, NodeId person, NodeId id) {
    require(person, id);
    Caller elevated = actor.caller().elevated();
    nodes.delete(elevated, id, Optional.empty());
    follow(elevated, person);
    audit.record(actor.did(Action.PERSON_AFFILIATE, person, Map.of("change", "removed")));
  }

  private void require(NodeId person, NodeId id) {
    nodes
        .find(SYSTEM, id)
        .filter(node -> node.type().equals(Stk.AFFILIATION))
        .filter(node -> node.parent().filter(person::equals).isPresent())
        .orElseThrow(() -> new NotFound(id));
  }

  /** Brings {@code stk:memberOf} and the standing in line with the affiliations. */
  public void follow(Caller elevated, NodeId person) {
    nodes.hold(elevated, person);
    members(elevated, person);
    standing.again(elevated, List.of(person));
  }

  /** The names of the organizations a person belongs to now, once {@code stk:memberOf} says so. */
  Set<String> members(Caller elevated, NodeId person) {
    List<Affiliation> now = of(person).stream().filter(each -> each.current(today())).toList();
    Set<NodeId> wanted = now.stream().map(Affiliation::organization).collect(Collectors.toSet());
    Set<NodeId> there =
        nodes.targets(SYSTEM, person, Stk.MEMBER_OF).stream()
            .map(Node::id)
            .collect(Collectors.toSet());
    there.stream()
        .filter(id -> !wanted.contains(id))
        .forEach(id -> nodes.dissociate(elevated, person, Stk.MEMBER_OF, id));
    wanted.stream()
        .filter(id -> !there.contains(id))
        .forEach(id -> nodes.associate(elevated, person, Stk.MEMBER_OF, id));
    return now.stream()
        .map(Affiliation::organizationName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
