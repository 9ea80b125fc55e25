package org.chancery.core.outreach;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.chancery.core.issues.Issue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Transactions;
import org.chancery.core.stakeholders.ContactBlock;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.stakeholders.Engagement;
import org.chancery.core.stakeholders.Fields;
import org.chancery.core.stakeholders.Ownership;
import org.chancery.core.stakeholders.Region;
import org.chancery.core.stakeholders.Standing;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Events and who attends them (requirement S5). From its day on, attending counts as contact: of an
 * event that is still to come, when that day has come.
 */
public final class Events {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int MOST = 5000;

  private final Nodes nodes;
  private final Drawers drawers;
  private final Region region;
  private final Ownership ownership;
  private final Engagement engagement;
  private final Standing standing;
  private final AuditTrail audit;
  private final Clock clock;

  Events(Outreach.Ports ports, Engagement engagement, Region region) {
    this.nodes = ports.nodes();
    this.drawers = ports.stakeholders().drawers();
    this.ownership = ports.stakeholders().ownership();
    this.standing = ports.stakeholders().standing();
    this.region = region;
    this.engagement = engagement;
    this.audit = ports.audit();
    this.clock = ports.clock();
  }

  /**
   * An event.
   *
   * @throws NotFound when it is not there for the caller, or is something else
   */
  public Node get(Caller caller, NodeId id) {
    return nodes
        .find(caller, id)
        .filter(node -> node.type().equals(Stk.EVENT))
        .orElseThrow(() -> new NotFound(id));
  }

  /**
   * Enters one, within the transaction in progress.
   *
   * @throws Invalid without a name or a beginning, or for what the model forbids
   */
  public Node create(Actor actor, NewEvent wanted) {
    Caller elevated = actor.caller().elevated();
    check(wanted.values());
    Instant start = (Instant) wanted.values().get(Stk.EVENT_START);
    NodeId id = NodeId.random();
    Map<QName, Object> values = new LinkedHashMap<>(region.completed(Map.of(), wanted.values()));
    values.putAll(ownership.values(actor.caller().user(), actor.component()));
    values.put(Stk.COUNTED, come(start));
    values.values().removeIf(Objects::isNull);
    String year = String.valueOf(start.atZone(ZoneOffset.UTC).getYear());
    NewNode node =
        new NewNode(
            id,
            drawers.drawer(elevated, "Events", year),
            Stk.EVENT,
            Drawers.name((String) wanted.values().get(Cm.TITLE), id),
            Set.of(),
            values);
    Fields.naming(() -> nodes.create(elevated, node));
    engagement.set(elevated, id, wanted.issues().orElse(List.of()));
    reach(elevated, id);
    audit.record(actor.did(Action.EVENT_ADD, id, Map.of()));
    return nodes.get(elevated, id);
  }

  private static void check(Map<QName, Object> values) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (!(values.get(Cm.TITLE) instanceof String name) || name.isBlank() || name.length() > 255) {
      problems.put("name", "must have between 1 and 255 characters");
    }
    if (!(values.get(Stk.EVENT_START) instanceof Instant start)) {
      problems.put("start", "is missing");
    } else if (values.get(Stk.EVENT_END) instanceof Instant end && end.isBefore(start)) {
      problems.put("end", "must not be before the beginning");
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  private boolean come(Instant start) {
    LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
    return !day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /**
   * Changes one, within the transaction in progress; any user may (requirement S13).
   *
   * @param revision what the actor saw
   */
  public Node change(Actor actor, NodeId id, long revision, NewEvent wanted) {
    Caller elevated = actor.caller().elevated();
    Node before = get(actor.caller(), id);
    Map<QName, Object> after = new LinkedHashMap<>(before.properties());
    after.putAll(wanted.values());
    check(after);
    Instant start = (Instant) after.get(Stk.EVENT_START);
    Map<QName, Object> values =
        new LinkedHashMap<>(region.completed(before.properties(), wanted.values()));
    values.put(Stk.COUNTED, come(start));
    Fields.naming(() -> nodes.update(elevated, id, Optional.of(revision), Change.of(values)));
    String name = Drawers.name((String) after.get(Cm.TITLE), id);
    NodeId year =
        drawers.drawer(elevated, "Events", String.valueOf(start.atZone(ZoneOffset.UTC).getYear()));
    if (!name.equals(before.name()) || !before.parent().equals(Optional.of(year))) {
      nodes.move(elevated, id, year, name);
    }
    wanted.issues().ifPresent(codes -> engagement.set(elevated, id, codes));
    reach(elevated, id);
    standing.again(elevated, attending(id));
    audit.record(actor.did(Action.EVENT_CHANGE, id, Map.of()));
    return nodes.get(elevated, id);
  }

  /**
   * Notes that these attend, within the transaction in progress; those who are there already stay.
   *
   * @throws NotFound when one of them is not there for the actor
   * @throws Invalid for nobody, or too many at once
   */
  public void attend(Actor actor, NodeId id, List<NodeId> people, List<NodeId> organizations) {
    if (people.size() + organizations.size() == 0 || people.size() + organizations.size() > MOST) {
      throw new Invalid(
          Map.of("people", "must name between 1 and " + MOST + " people and organizations"));
    }
    get(actor.caller(), id);
    Caller elevated = actor.caller().elevated();
    Node held = nodes.hold(elevated, id);
    List<NodeId> there = attending(id);
    List<NodeId> added = new ArrayList<>();
    added.addAll(relate(actor, held, Stk.ATTENDEE, Stk.PERSON, people, there));
    added.addAll(relate(actor, held, Stk.REPRESENTED, Stk.ORGANIZATION, organizations, there));
    reach(elevated, id);
    if (Boolean.TRUE.equals(held.properties().get(Stk.COUNTED))) {
      standing.added(elevated, held, added);
    }
    audit.record(actor.did(Action.EVENT_ATTEND, id, Map.of("added", String.valueOf(added.size()))));
  }

  private List<NodeId> relate(
      Actor actor, Node event, QName relation, QName type, List<NodeId> ids, List<NodeId> there) {
    List<NodeId> fresh = ids.stream().distinct().filter(each -> !there.contains(each)).toList();
    List<Node> found =
        nodes.findAll(actor.caller(), fresh).stream()
            .filter(node -> node.type().equals(type))
            .toList();
    List<NodeId> known = found.stream().map(Node::id).toList();
    fresh.stream()
        .filter(each -> !known.contains(each))
        .findFirst()
        .ifPresent(
            each -> {
              throw new NotFound(each);
            });
    requireInvitable(event, found);
    known.forEach(each -> nodes.associate(actor.caller().elevated(), event.id(), relation, each));
    return known;
  }

  /** Who asked not to be contacted is not invited; that they came all the same can be noted. */
  private void requireInvitable(Node event, List<Node> added) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate day =
        LocalDate.ofInstant(event.instant(Stk.EVENT_START).orElseThrow(), ZoneOffset.UTC);
    if (!day.isBefore(today)) {
      ContactBlock.require(
          added, day, "They are not invited; if they come, note it when the day is over.");
    }
  }

  /**
   * Notes that somebody did not attend after all, within the transaction in progress.
   *
   * @throws NotFound when they were not noted as attending
   */
  public void absent(Actor actor, NodeId id, NodeId stakeholder) {
    get(actor.caller(), id);
    Caller elevated = actor.caller().elevated();
    nodes.hold(elevated, id);
    if (!attending(id).contains(stakeholder)) {
      throw new NotFound(stakeholder);
    }
    nodes.dissociate(elevated, id, Stk.ATTENDEE, stakeholder);
    nodes.dissociate(elevated, id, Stk.REPRESENTED, stakeholder);
    reach(elevated, id);
    standing.again(elevated, List.of(stakeholder));
    audit.record(actor.did(Action.EVENT_ATTEND, id, Map.of("removed", "1")));
  }

  /** Those who attend, people and organizations. */
  List<NodeId> attending(NodeId id) {
    return attendees(id).map(Node::id).toList();
  }

  private Stream<Node> attendees(NodeId id) {
    return Stream.concat(
        nodes.targets(SYSTEM, id, Stk.ATTENDEE).stream(),
        nodes.targets(SYSTEM, id, Stk.REPRESENTED).stream());
  }

  private void reach(Caller elevated, NodeId id) {
    nodes.update(
        elevated,
        id,
        Optional.empty(),
        Change.of(Reach.of(attendees(id).toList(), engagement.of(id))));
  }

  /**
   * Counts attendance at events whose day has come, each in a transaction of its own step; not to
   * be asked within one.
   *
   * @return how many events were counted
   */
  public int settle(Transactions transactions) {
    int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
    List<NodeId> years =
        Stream.of(year - 1, year)
            .map(each -> Drawers.idOf("Events", String.valueOf(each)))
            .toList();
    List<NodeId> due =
        transactions.read(
            () ->
                nodes.childrenOfAll(SYSTEM, years, Stk.EVENT).stream()
                    .filter(node -> Boolean.FALSE.equals(node.properties().get(Stk.COUNTED)))
                    .filter(node -> come(node.instant(Stk.EVENT_START).orElseThrow()))
                    .map(Node::id)
                    .toList());
    due.forEach(id -> transactions.write(() -> count(id)));
    return due.size();
  }

  private void count(NodeId id) {
    Node held = nodes.hold(SYSTEM, id);
    if (Boolean.FALSE.equals(held.properties().get(Stk.COUNTED))) {
      nodes.update(SYSTEM, id, Optional.empty(), Change.of(Map.of(Stk.COUNTED, true)));
      standing.again(SYSTEM, attending(id));
    }
  }

  /** The issues discussed. */
  public List<Issue> issues(NodeId id) {
    return engagement.of(id);
  }

  /** Those who attend, of one kind. */
  public List<Node> attending(Caller caller, NodeId id, QName relation) {
    return nodes.targets(caller, id, relation);
  }

  /** The interactions there. */
  public List<Node> interactions(Caller caller, NodeId id) {
    return nodes.sources(caller, id, Stk.AT_EVENT);
  }
}
