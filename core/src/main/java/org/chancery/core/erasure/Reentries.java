package org.chancery.core.erasure;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.WrongState;
import org.chancery.core.stakeholders.Admission;
import org.chancery.core.stakeholders.Drawers;
import org.chancery.core.stakeholders.NewPerson;
import org.chancery.core.stakeholders.Stopped;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Stops whoever was erased from being entered again, until the privacy officer has decided. What
 * was to be entered is kept nowhere: neither name nor number, only which marks were met.
 */
public final class Reentries implements Admission {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String FOLDER = "Erased";

  /** The folder of what was stopped. */
  static final String DRAWER = "Stopped entries";

  private static final String OPEN = "open";
  private static final String ALLOWED = "allowed";
  private static final String REFUSED = "refused";
  private static final int LONGEST = 4000;
  private static final int MOST_TOLD = 200;

  private final Nodes nodes;
  private final Drawers drawers;
  private final Marks marks;
  private final ErasureBook book;
  private final Accounts accounts;
  private final Notices notices;
  private final AuditTrail audit;
  private final Clock clock;

  Reentries(
      Nodes nodes,
      Drawers drawers,
      Marks marks,
      ErasureBook book,
      Accounts accounts,
      Notices notices,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.drawers = drawers;
    this.marks = marks;
    this.book = book;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether somebody would be stopped; for previews, which ask nobody to decide. */
  public boolean stops(NewPerson person) {
    return !marks.met(person.values(), person.privateContact()).isEmpty();
  }

  @Override
  public void admit(Actor actor, NewPerson person) {
    List<Node> met = marks.met(person.values(), person.privateContact());
    if (!met.isEmpty()) {
      List<String> ids = met.stream().map(node -> node.id().value()).sorted().toList();
      Optional<String> component = person.component().or(actor::component);
      throw new Stopped(() -> ask(actor, component, ids));
    }
  }

  @Override
  public void admitAll(Actor actor, List<NewPerson> people) {
    if (marks.metByAny(people)) {
      people.forEach(each -> admit(actor, each));
    }
  }

  private void ask(Actor actor, Optional<String> component, List<String> met) {
    String user = actor.caller().user();
    boolean asked =
        all().stream()
            .anyMatch(
                node ->
                    node.text(Stk.REENTRY_STATE).equals(Optional.of(OPEN))
                        && node.text(Stk.REENTRY_BY).equals(Optional.of(user))
                        && new HashSet<>(node.<String>list(Stk.REENTRY_MARKS)).containsAll(met));
    if (asked) {
      return;
    }
    NodeId id = NodeId.random();
    Map<QName, Object> values = new HashMap<>();
    values.put(Stk.REENTRY_BY, user);
    component.ifPresent(code -> values.put(Stk.REENTRY_COMPONENT, code));
    values.put(Stk.REENTRY_MARKS, met);
    values.put(Stk.REENTRY_STATE, OPEN);
    nodes.create(
        SYSTEM,
        new NewNode(
            id,
            drawers.drawer(SYSTEM, FOLDER, DRAWER),
            Stk.REENTRY,
            Drawers.name("Stopped", id),
            Set.of(),
            values));
    audit.record(actor.did(Action.PERSON_STOP, id, Map.of()));
    accounts
        .members(Authorities.role(Role.PRIVACY_OFFICER), MOST_TOLD)
        .forEach(
            officer -> notices.tell(officer.name(), Notices.Kind.STOPPED, "/stakeholders/stopped"));
  }

  private List<Node> all() {
    return nodes.childrenOfAll(SYSTEM, List.of(Drawers.idOf(FOLDER, DRAWER)), Stk.REENTRY);
  }

  /**
   * A stopped entry, as the privacy officer sees it.
   *
   * @param by who wanted to enter somebody
   * @param at when
   * @param why of what kind the marks are that were met: {@code email}, {@code phone}, {@code name}
   * @param erasures in which they were made; none when they have been lifted since
   * @param state {@code open}, {@code allowed} or {@code refused}
   */
  public record Item(
      NodeId id,
      String by,
      Optional<String> component,
      Instant at,
      Set<String> why,
      List<Erasure> erasures,
      String state,
      Optional<String> decidedBy,
      Optional<Instant> decidedAt,
      Optional<String> reason) {}

  /** Those in a state, the latest first. */
  public List<Item> list(String state) {
    return all().stream()
        .filter(node -> node.text(Stk.REENTRY_STATE).equals(Optional.of(state)))
        .sorted(Comparator.comparing(Node::createdAt).reversed())
        .map(this::item)
        .toList();
  }

  private Item item(Node node) {
    List<Node> met =
        node.<String>list(Stk.REENTRY_MARKS).stream()
            .flatMap(id -> marks.find(NodeId.of(id)).stream())
            .toList();
    return new Item(
        node.id(),
        node.text(Stk.REENTRY_BY).orElseThrow(),
        node.text(Stk.REENTRY_COMPONENT),
        node.createdAt(),
        met.stream().flatMap(each -> each.text(Stk.MARK_KIND).stream()).collect(Collectors.toSet()),
        met.stream()
            .flatMap(each -> each.text(Stk.MARK_ERASURE).stream())
            .distinct()
            .flatMap(id -> book.find(NodeId.of(id)).stream())
            .toList(),
        node.text(Stk.REENTRY_STATE).orElseThrow(),
        node.text(Stk.REENTRY_DECIDED_BY),
        node.instant(Stk.REENTRY_DECIDED_AT),
        node.text(Stk.REENTRY_REASON));
  }

  /**
   * Decides, within the transaction in progress. Whoever is allowed is no longer stopped by what
   * was met; other marks of theirs stay.
   *
   * @throws NotFound when there is no such stopped entry
   * @throws Invalid for an unknown decision, or without a reason
   * @throws WrongState when it was decided before
   */
  public Item decide(Actor actor, NodeId id, String decision, String reason) {
    boolean allow = ALLOWED.equals(decision);
    if (!allow && !REFUSED.equals(decision)) {
      throw new Invalid(Map.of("decision", "must be allowed or refused"));
    }
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw new Invalid(Map.of("reason", "must have between 1 and " + LONGEST + " characters"));
    }
    nodes
        .find(SYSTEM, id)
        .filter(node -> node.type().equals(Stk.REENTRY))
        .orElseThrow(() -> new NotFound(id));
    Node held = nodes.hold(SYSTEM, id);
    if (!held.text(Stk.REENTRY_STATE).equals(Optional.of(OPEN))) {
      throw new WrongState("This was decided on before.");
    }
    Map<QName, Object> values = new HashMap<>();
    values.put(Stk.REENTRY_STATE, decision);
    values.put(Stk.REENTRY_DECIDED_BY, actor.caller().user());
    values.put(Stk.REENTRY_DECIDED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    values.put(Stk.REENTRY_REASON, reason.strip());
    Node decided = nodes.update(SYSTEM, id, Optional.empty(), Change.of(values));
    Item item = item(decided);
    if (allow) {
      held.<String>list(Stk.REENTRY_MARKS).stream()
          .flatMap(mark -> marks.find(NodeId.of(mark)).stream())
          .forEach(mark -> marks.lift(SYSTEM, mark.id()));
    }
    AuditEvent row = actor.did(Action.PERSON_REENTRY, id, Map.of("decision", decision));
    audit.record(row);
    return item;
  }
}
