package org.chancery.core.outreach;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.issues.Issue;
import org.chancery.core.issues.IssueCatalogue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.WrongState;
import org.chancery.core.screening.Screening;
import org.chancery.core.stakeholders.ContactBlock;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.stakeholders.Engagement;
import org.chancery.core.stakeholders.Fields;
import org.chancery.core.stakeholders.Owners;
import org.chancery.core.stakeholders.Ownership;
import org.chancery.core.stakeholders.Standing;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Interactions: noted, changed, deleted; each with what follows from it (requirement S4). */
public final class Interactions {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int MOST = 2000;
  private static final String OPEN = "open";
  private static final String DONE = "done";

  private final Nodes nodes;
  private final Drawers drawers;
  private final Ownership ownership;
  private final Engagement engagement;
  private final IssueCatalogue catalogue;
  private final Standing standing;
  private final Screening screening;
  private final HoldRule holds;
  private final AuditTrail audit;
  private final Clock clock;

  Interactions(Outreach.Ports ports, Engagement engagement) {
    this.nodes = ports.nodes();
    this.drawers = ports.stakeholders().drawers();
    this.ownership = ports.stakeholders().ownership();
    this.standing = ports.stakeholders().standing();
    this.engagement = engagement;
    this.catalogue = ports.catalogue();
    this.screening = ports.screening();
    this.holds = ports.holds();
    this.audit = ports.audit();
    this.clock = ports.clock();
  }

  /**
   * An interaction.
   *
   * @throws NotFound when it is not there for the caller, or is something else
   */
  public Node get(Caller caller, NodeId id) {
    return nodes
        .find(caller, id)
        .filter(node -> node.type().equals(Stk.INTERACTION))
        .orElseThrow(() -> new NotFound(id));
  }

  /**
   * Notes one, within the transaction in progress.
   *
   * @throws Invalid with nobody spoken to, for a day to come, or what the model forbids
   * @throws NotFound when one of those spoken to, or the event, is not there for the actor
   * @throws org.chancery.core.stakeholders.ContactRefused when one asked not to be contacted
   * @throws org.chancery.core.screening.WordsFlagged when something is flagged and not confirmed
   */
  public Node record(Actor actor, NewInteraction wanted) {
    check(wanted);
    Caller elevated = actor.caller().elevated();
    List<Node> people = all(actor, wanted.people(), Stk.PERSON);
    List<Node> organizations = all(actor, wanted.organizations(), Stk.ORGANIZATION);
    requireContactable(wanted, both(people, organizations));
    List<Issue> issues = catalogue.require(wanted.issues());
    Optional<String> component = component(actor, wanted);
    Map<QName, Object> values = values(actor, wanted, component, Map.of());
    values.putAll(Reach.of(both(people, organizations), issues));
    Map<QName, Object> flags = screening.require(actor, text(wanted), wanted.confirmations());
    values.putAll(flags);
    values.putAll(ownership.values(actor.caller().user(), actor.component()));
    values.values().removeIf(Objects::isNull);
    NodeId id = NodeId.random();
    NewNode node =
        new NewNode(
            id,
            drawers.drawer(elevated, "Interactions", wanted.date().toString().substring(0, 7)),
            Stk.INTERACTION,
            Drawers.name(wanted.date() + " " + wanted.mode(), id),
            flags.isEmpty() ? Set.of() : Set.of(Stk.FLAGGED),
            values);
    Node created = Fields.naming(() -> nodes.create(elevated, node));
    wanted.people().forEach(each -> nodes.associate(elevated, id, Stk.WITH_PERSON, each));
    wanted
        .organizations()
        .forEach(each -> nodes.associate(elevated, id, Stk.WITH_ORGANIZATION, each));
    wanted.event().ifPresent(event -> at(actor, id, event));
    engagement.set(elevated, id, wanted.issues());
    standing.added(elevated, created, ids(both(people, organizations)));
    Map<String, String> details = new LinkedHashMap<>(Map.of("mode", wanted.mode()));
    if (wanted.theirs()) {
      details.put("begun", "theirs");
    }
    audit.record(actor.did(Action.INTERACTION_RECORD, id, details));
    return created;
  }

  private static void requireContactable(NewInteraction wanted, Collection<Node> met) {
    if (!wanted.theirs()) {
      ContactBlock.require(
          met,
          wanted.date(),
          "Nobody contacts them. If they approached you, say so, and it can be noted.");
    }
  }

  private void check(NewInteraction wanted) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (wanted.date() == null) {
      problems.put("date", "is missing");
    } else if (wanted
        .date()
        .isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1))) {
      // A day more: it may be tomorrow already where the writer is.
      problems.put("date", "must not lie in the future");
    }
    if (wanted.mode() == null) {
      problems.put("mode", "is missing");
    }
    int spokenTo = wanted.people().size() + wanted.organizations().size();
    if (spokenTo == 0 || spokenTo > MOST) {
      problems.put("people", "must name between 1 and " + MOST + " people and organizations");
    }
    if (wanted.followUpDue().isPresent() && wanted.followUp().isEmpty()) {
      problems.put("followUp", "is missing: something is due, but nothing was promised");
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  private Optional<String> component(Actor actor, NewInteraction wanted) {
    Optional<String> given = wanted.component().filter(code -> !code.isBlank());
    given.ifPresent(ownership::requireKnown);
    return given.or(actor::component);
  }

  private static Map<QName, Object> values(
      Actor actor, NewInteraction wanted, Optional<String> component, Map<QName, Object> before) {
    boolean done = DONE.equals(before.get(Stk.FOLLOW_UP_STATE)) && wanted.followUp().isPresent();
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Stk.INTERACTION_DATE, wanted.date());
    values.put(Stk.MODE, wanted.mode());
    values.put(Stk.COMPONENT, component.orElse(null));
    values.put(
        Stk.EMPLOYEE,
        wanted.employee().filter(name -> !name.isBlank()).orElse(actor.caller().user()));
    values.put(Stk.OUTCOME, wanted.outcome().orElse(null));
    values.put(Stk.FOLLOW_UP, wanted.followUp().orElse(null));
    values.put(Stk.FOLLOW_UP_DUE, wanted.followUpDue().orElse(null));
    values.put(Stk.FOLLOW_UP_DONE, wanted.followUp().isPresent() ? (Object) done : null);
    values.put(Stk.FOLLOW_UP_STATE, wanted.followUp().isEmpty() ? null : done ? DONE : OPEN);
    return values;
  }

  private static String text(NewInteraction wanted) {
    return wanted.outcome().orElse("") + "\n" + wanted.followUp().orElse("");
  }

  private List<Node> all(Actor actor, List<NodeId> ids, QName type) {
    List<Node> found =
        nodes.findAll(actor.caller(), ids).stream()
            .filter(node -> node.type().equals(type))
            .toList();
    if (found.size() < ids.size()) {
      Set<NodeId> there = new HashSet<>(ids(found));
      throw new NotFound(ids.stream().filter(id -> !there.contains(id)).findFirst().orElseThrow());
    }
    return found;
  }

  private static List<Node> both(List<Node> people, List<Node> organizations) {
    return Stream.concat(people.stream(), organizations.stream()).toList();
  }

  private static List<NodeId> ids(List<Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }

  private void at(Actor actor, NodeId id, NodeId event) {
    boolean there =
        nodes.find(actor.caller(), event).filter(node -> node.type().equals(Stk.EVENT)).isPresent();
    if (!there) {
      throw new NotFound(event);
    }
    nodes.associate(actor.caller().elevated(), id, Stk.AT_EVENT, event);
  }

  /** Whether the caller may change and delete it: who noted it, or answers for their component. */
  public static boolean mayChange(Caller caller, Node interaction) {
    return Owners.answers(caller, interaction);
  }

  /**
   * Changes one, within the transaction in progress: all of it is as it is given.
   *
   * @param revision what the actor saw
   * @throws Denied when the actor did not note it
   */
  public Node change(Actor actor, NodeId id, long revision, NewInteraction wanted) {
    Node before = requireMine(actor, id);
    check(wanted);
    Caller elevated = actor.caller().elevated();
    List<Node> people = all(actor, wanted.people(), Stk.PERSON);
    List<Node> organizations = all(actor, wanted.organizations(), Stk.ORGANIZATION);
    List<Issue> issues = engagement.set(elevated, id, wanted.issues());
    Map<QName, Object> values =
        values(actor, wanted, component(actor, wanted), before.properties());
    if (wanted.employee().isEmpty()) {
      values.remove(Stk.EMPLOYEE);
    }
    values.putAll(Reach.of(both(people, organizations), issues));
    boolean said =
        !wanted.outcome().equals(before.text(Stk.OUTCOME))
            || !wanted.followUp().equals(before.text(Stk.FOLLOW_UP));
    Map<QName, Object> flags =
        said ? screening.require(actor, text(wanted), wanted.confirmations()) : Map.of();
    values.putAll(flags);
    Change change = Change.of(values);
    Change whole =
        new Change(
            change.set(),
            change.remove(),
            flags.isEmpty() ? Set.of() : Set.of(Stk.FLAGGED),
            said && flags.isEmpty() ? Set.of(Stk.FLAGGED, Stk.FLAG_DECIDED) : Set.of());
    Set<NodeId> touched = new HashSet<>(spokenTo(id));
    requireContactable(
        wanted, people.stream().filter(each -> !touched.contains(each.id())).toList());
    Fields.naming(() -> nodes.update(elevated, id, Optional.of(revision), whole));
    relate(elevated, id, Stk.WITH_PERSON, wanted.people());
    relate(elevated, id, Stk.WITH_ORGANIZATION, wanted.organizations());
    nodes
        .targets(SYSTEM, id, Stk.AT_EVENT)
        .forEach(event -> nodes.dissociate(elevated, id, Stk.AT_EVENT, event.id()));
    wanted.event().ifPresent(event -> at(actor, id, event));
    touched.addAll(spokenTo(id));
    standing.again(elevated, touched);
    audit.record(actor.did(Action.INTERACTION_CHANGE, id, Map.of()));
    return nodes.get(elevated, id);
  }

  private void relate(Caller elevated, NodeId id, QName relation, List<NodeId> wanted) {
    List<NodeId> there = ids(nodes.targets(SYSTEM, id, relation));
    there.stream()
        .filter(each -> !wanted.contains(each))
        .forEach(each -> nodes.dissociate(elevated, id, relation, each));
    wanted.stream()
        .filter(each -> !there.contains(each))
        .forEach(each -> nodes.associate(elevated, id, relation, each));
  }

  private List<NodeId> spokenTo(NodeId id) {
    List<NodeId> all = new ArrayList<>(ids(nodes.targets(SYSTEM, id, Stk.WITH_PERSON)));
    all.addAll(ids(nodes.targets(SYSTEM, id, Stk.WITH_ORGANIZATION)));
    return all;
  }

  private Node requireMine(Actor actor, NodeId id) {
    get(actor.caller(), id);
    Node held = nodes.hold(actor.caller().elevated(), id);
    if (!mayChange(actor.caller(), held)) {
      throw new Denied(
          "An interaction is changed by who noted it, a supervisor or the representative of their"
              + " component, or an administrator.");
    }
    return held;
  }

  /**
   * Deletes one that should not have been noted, within the transaction in progress.
   *
   * @throws Denied when the actor did not note it
   * @throws org.chancery.core.repository.Held when it, or somebody spoken to, is under a hold
   */
  public void delete(Actor actor, NodeId id) {
    Node held = requireMine(actor, id);
    holds.requireFree(actor.caller(), held);
    List<NodeId> spokenTo = spokenTo(id);
    nodes
        .findAll(SYSTEM, spokenTo)
        .forEach(stakeholder -> holds.requireFree(actor.caller(), stakeholder));
    Caller elevated = actor.caller().elevated();
    nodes.delete(elevated, id, Optional.empty());
    standing.again(elevated, spokenTo);
    audit.record(actor.did(Action.INTERACTION_DELETE, id, Map.of()));
  }

  /**
   * Notes that what was promised was done, within the transaction in progress; any user may.
   *
   * @throws WrongState when nothing was promised, or it was done before
   */
  public Node followedUp(Actor actor, NodeId id) {
    get(actor.caller(), id);
    Caller elevated = actor.caller().elevated();
    Node held = nodes.hold(elevated, id);
    if (!held.text(Stk.FOLLOW_UP_STATE).equals(Optional.of(OPEN))) {
      throw new WrongState("There is no promise here that is still to be kept.");
    }
    Node done =
        nodes.update(
            elevated,
            id,
            Optional.empty(),
            Change.of(Map.of(Stk.FOLLOW_UP_DONE, true, Stk.FOLLOW_UP_STATE, DONE)));
    standing.again(elevated, spokenTo(id));
    audit.record(actor.did(Action.FOLLOW_UP_DONE, id, Map.of()));
    return done;
  }

  /** The issues it touched. */
  public List<Issue> issues(NodeId id) {
    return engagement.of(id);
  }

  /** Those spoken to, of one kind, as the caller may see them. */
  public List<Node> with(Caller caller, NodeId id, QName relation) {
    return nodes.targets(caller, id, relation);
  }
}
