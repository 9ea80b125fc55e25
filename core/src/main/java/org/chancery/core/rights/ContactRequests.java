package org.chancery.core.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.WrongState;
import org.chancery.core.routing.BusinessCalendar;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Searcher;
import org.chancery.core.search.Tally;
import org.chancery.core.stakeholders.ContactBlock;
import org.chancery.core.stakeholders.Fields;
import org.chancery.core.stakeholders.Happenings;
import org.chancery.core.stakeholders.Owners;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Requests not to be contacted (requirement S17), of people and of organizations as such: any user
 * records one, contact is blocked at once, the owner answers by restricting or erasing, and what
 * waits for five business days goes to the component's representative.
 */
public final class ContactRequests {
  private static final int ANSWER_WITHIN = 5;
  private static final int MOST_NAMED = 50;
  private static final String STATE = "stk:noContactState";
  private static final String DUE = "stk:answerDue";
  private static final String TOLD = "stk:escalatedOn";
  private static final Set<QName> ALL =
      Set.of(
          Stk.NO_CONTACT_STATE,
          Stk.NO_CONTACT_ON,
          Stk.NO_CONTACT_VIA,
          Stk.NO_CONTACT_REASON,
          Stk.NO_CONTACT_BY,
          Stk.NO_CONTACT_AT,
          Stk.ANSWER_DUE,
          Stk.ESCALATED_ON);

  private final Nodes nodes;
  private final Searcher searcher;
  private final Accounts accounts;
  private final Stakeholders stakeholders;
  private final Notices notices;
  private final AuditTrail audit;
  private final Clock clock;
  private final BusinessCalendar calendar = new BusinessCalendar();

  ContactRequests(Rights.Ports ports) {
    this.nodes = ports.nodes();
    this.searcher = ports.searcher();
    this.accounts = ports.accounts();
    this.stakeholders = ports.stakeholders();
    this.notices = ports.notices();
    this.audit = ports.audit();
    this.clock = ports.clock();
  }

  /**
   * A request.
   *
   * @param on the day they asked; today when empty
   * @param via how: {@code phone}, {@code email}, {@code letter}, {@code meeting}, {@code event} or
   *     {@code web}
   * @param reason what they asked, in the words of whoever records it
   */
  public record Request(Optional<LocalDate> on, String via, Optional<String> reason) {}

  /**
   * Records a request, within the transaction in progress; any user may. From then on the person is
   * not contacted.
   *
   * @throws WrongState when one was recorded before
   * @throws Invalid for a day to come, or without a medium
   */
  public void request(Actor actor, NodeId person, Request request) {
    LocalDate today = today();
    LocalDate on = request.on().orElse(today);
    Map<String, String> problems = new LinkedHashMap<>();
    // A day more: it may be tomorrow already where the writer is.
    if (on.isAfter(today.plusDays(1))) {
      problems.put("on", "must not lie in the future");
    }
    if (request.via() == null || request.via().isBlank()) {
      problems.put("via", "is missing");
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    Node held = held(actor, person);
    ContactBlock.since(held)
        .ifPresent(
            day -> {
              throw new WrongState(
                  "It was recorded before that they asked not to be contacted since " + day + ".");
            });
    Map<QName, Object> values = new HashMap<>();
    values.put(Stk.NO_CONTACT_STATE, ContactBlock.REQUESTED);
    values.put(Stk.NO_CONTACT_ON, on);
    values.put(Stk.NO_CONTACT_VIA, request.via());
    request
        .reason()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> values.put(Stk.NO_CONTACT_REASON, text));
    values.put(Stk.NO_CONTACT_BY, actor.caller().user());
    values.put(Stk.NO_CONTACT_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    values.put(Stk.ANSWER_DUE, calendar.after(today, ANSWER_WITHIN));
    Change change = new Change(values, Set.of(), Set.of(Stk.NO_CONTACT));
    Fields.naming(() -> nodes.update(actor.caller().elevated(), person, Optional.empty(), change));
    happened(actor, person, "Asked not to be contacted, by " + request.via());
    audit.record(actor.did(Action.NO_CONTACT_REQUEST, person, Map.of("via", request.via())));
    answering(held).forEach(user -> notices.tell(user, Notices.Kind.NO_CONTACT, page(held)));
  }

  /**
   * Restricts the entry, within the transaction in progress: it stays so that everybody knows whom
   * not to contact, and its private numbers are closed to the owning component, too.
   *
   * @throws Denied when the actor neither answers for it nor is the privacy officer
   * @throws WrongState when nobody asked for it, or it is done
   */
  public void restrict(Actor actor, NodeId person, String reason) {
    Node held = held(actor, person);
    requireAnswers(actor.caller(), held);
    String why = Reasons.required(reason);
    if (!held.text(Stk.NO_CONTACT_STATE).equals(Optional.of(ContactBlock.REQUESTED))) {
      throw new WrongState(
          ContactBlock.restricted(held)
              ? "It is restricted already."
              : "Record their request first: an entry is restricted for somebody who asked for"
                  + " it.");
    }
    Caller elevated = actor.caller().elevated();
    nodes.update(
        elevated,
        person,
        Optional.empty(),
        Change.of(Map.of(Stk.NO_CONTACT_STATE, ContactBlock.RESTRICTED)));
    stakeholders.privateContacts().follow(elevated, person);
    happened(actor, person, "Restricted: " + why);
    audit.record(actor.did(Action.NO_CONTACT_RESTRICT, person, Map.of()));
  }

  /**
   * Notes that they may be contacted again, since they want it or never asked, within the
   * transaction in progress.
   *
   * @throws Denied when the actor neither answers for it nor is the privacy officer
   * @throws WrongState when they may be contacted anyway
   */
  public void end(Actor actor, NodeId person, String reason) {
    Node held = held(actor, person);
    requireAnswers(actor.caller(), held);
    String why = Reasons.required(reason);
    if (held.text(Stk.NO_CONTACT_STATE).isEmpty()) {
      throw new WrongState("They did not ask not to be contacted.");
    }
    Caller elevated = actor.caller().elevated();
    nodes.update(
        elevated,
        person,
        Optional.empty(),
        new Change(Map.of(), ALL, Set.of(), Set.of(Stk.NO_CONTACT)));
    stakeholders.privateContacts().follow(elevated, person);
    happened(actor, person, "May be contacted again: " + why);
    audit.record(actor.did(Action.NO_CONTACT_END, person, Map.of()));
  }

  private Node held(Actor actor, NodeId person) {
    stakeholders.entry(actor.caller(), person);
    return nodes.hold(actor.caller().elevated(), person);
  }

  /** Whether the caller may answer a request of this person. */
  public static boolean mayAnswer(Caller caller, Node person) {
    return Owners.answers(caller, person)
        || caller.authorities().contains(Authorities.role(Role.PRIVACY_OFFICER));
  }

  private static void requireAnswers(Caller caller, Node person) {
    if (!mayAnswer(caller, person)) {
      throw new Denied(
          "A request is answered by the owner, a supervisor or the representative of the owning"
              + " component, the privacy officer, or an administrator.");
    }
  }

  private void happened(Actor actor, NodeId person, String text) {
    stakeholders
        .happenings()
        .note(actor.caller().elevated(), person, Happenings.REQUEST, today(), text);
  }

  /**
   * Which requests to list; empty parts do not restrict.
   *
   * @param kind people or organizations
   */
  public record Which(
      QName kind,
      Optional<String> state,
      boolean overdue,
      Optional<String> owner,
      Optional<String> component) {}

  /** Some of them, and how many there are in all. */
  public record Listed(List<Node> entries, long total) {}

  /** Those who asked, the one to be answered first in front; not within a transaction. */
  public Listed list(Caller caller, Which which, int from, int limit) {
    Set<String> states =
        which.state().map(Set::of).orElse(Set.of(ContactBlock.REQUESTED, ContactBlock.RESTRICTED));
    Tally tally = Tally.of(which.kind()).with(new Tally.AnyOf(STATE, states));
    if (which.overdue()) {
      tally =
          Tally.of(which.kind())
              .with(new Tally.AnyOf(STATE, Set.of(ContactBlock.REQUESTED)))
              .with(new Tally.Between(DUE, Optional.empty(), Optional.of(today().minusDays(1))));
    }
    if (which.owner().isPresent()) {
      tally = tally.with(new Tally.AnyOf("stk:ownerUser", Set.of(which.owner().get())));
    }
    if (which.component().isPresent()) {
      tally = tally.with(new Tally.AnyOf("stk:ownerComponent", Set.of(which.component().get())));
    }
    Tally.Listed listed = searcher.listed(tally, DUE, from, limit, caller);
    return new Listed(nodes.findAll(caller, listed.ids()), listed.total());
  }

  /**
   * Those of a name who asked not to be contacted; not within a transaction.
   *
   * @param first compared without case, like the rest
   * @param state of the address; empty when it is not known
   */
  public List<Node> named(
      Caller caller, Optional<String> first, String last, Optional<String> state) {
    String words =
        Stream.concat(first.stream(), Stream.of(last))
            .map(text -> "\"" + text.replaceAll("[\"\\\\]", " ") + "\"")
            .collect(Collectors.joining(" "));
    SearchQuery query =
        new SearchQuery(
            words,
            List.of(Stk.PERSON),
            Optional.empty(),
            Map.of(STATE, List.of(ContactBlock.REQUESTED, ContactBlock.RESTRICTED)),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "relevance",
            Optional.empty(),
            MOST_NAMED);
    List<NodeId> hits =
        searcher.search(query, caller).hits().stream().map(SearchResult.Hit::id).toList();
    return nodes.findAll(caller, hits).stream()
        .filter(person -> same(person.text(Stk.LAST_NAME), Optional.of(last)))
        .filter(person -> first.isEmpty() || same(person.text(Stk.FIRST_NAME), first))
        .filter(
            person ->
                state.isEmpty()
                    || person.text(Stk.STATE).isEmpty()
                    || person.text(Stk.STATE).equals(state))
        .toList();
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.map(text -> text.strip().toLowerCase(Locale.ROOT))
        .equals(other.map(text -> text.strip().toLowerCase(Locale.ROOT)));
  }

  /**
   * Those whose owners did not answer in time, and of whom the representative does not know yet;
   * not within a transaction.
   */
  List<NodeId> unanswered(int limit) {
    List<NodeId> found = new ArrayList<>();
    for (QName kind : List.of(Stk.PERSON, Stk.ORGANIZATION)) {
      Tally tally =
          Tally.of(kind)
              .with(new Tally.AnyOf(STATE, Set.of(ContactBlock.REQUESTED)))
              .with(new Tally.Between(DUE, Optional.empty(), Optional.of(today().minusDays(1))))
              .with(new Tally.Lacks(TOLD));
      found.addAll(searcher.listed(tally, DUE, 0, limit, Caller.ofSystem()).ids());
    }
    return found;
  }

  /** Passes one on, within the transaction in progress, unless it was answered meanwhile. */
  void escalate(NodeId person) {
    Actor system = Actor.ofSystem();
    Node held = nodes.hold(system.caller(), person);
    boolean waits =
        held.text(Stk.NO_CONTACT_STATE).equals(Optional.of(ContactBlock.REQUESTED))
            && held.date(Stk.ESCALATED_ON).isEmpty();
    if (!waits) {
      return;
    }
    nodes.update(
        system.caller(), person, Optional.empty(), Change.of(Map.of(Stk.ESCALATED_ON, today())));
    Set<String> told = Told.representatives(accounts, held.text(Stk.OWNER_COMPONENT));
    told.forEach(user -> notices.tell(user, Notices.Kind.UNANSWERED, page(held)));
    audit.record(
        system.did(
            Action.NO_CONTACT_ESCALATE,
            person,
            Map.of("to", told.stream().sorted().collect(Collectors.joining(" ")))));
  }

  /** The owner; where there is none any more, who stands in for them. */
  private Set<String> answering(Node person) {
    Set<String> told = new HashSet<>();
    person
        .text(Stk.OWNER_USER)
        .filter(user -> accounts.find(user).isPresent())
        .ifPresent(told::add);
    return told.isEmpty() ? Told.representatives(accounts, person.text(Stk.OWNER_COMPONENT)) : told;
  }

  private static String page(Node entry) {
    String kind = entry.type().equals(Stk.PERSON) ? "people" : "organizations";
    return "/stakeholders/" + kind + "/" + entry.id().value();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
