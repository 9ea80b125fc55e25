package org.chancery.core.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Capability;
import org.chancery.core.issues.Issue;
import org.chancery.core.outreach.EventCalendar;
import org.chancery.core.outreach.Events;
import org.chancery.core.outreach.NewEvent;
import org.chancery.core.outreach.NewInteraction;
import org.chancery.core.outreach.Outreach;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/** Events and who attends them. */
final class EventRoutes {
  private static final int PAGE = 50;
  private static final Map<String, QName> TEXTS =
      Map.of(
          "name", Cm.TITLE,
          "place", Stk.PLACE,
          "city", Stk.CITY,
          "state", Stk.STATE,
          "zip", Stk.ZIP,
          "agenda", Stk.AGENDA);
  private static final Map<String, QName> MOMENTS =
      Map.of("start", Stk.EVENT_START, "end", Stk.EVENT_END);

  private final Outreach outreach;
  private final Events events;
  private final ScreeningRoutes screening;
  private final StakeholderJson json;

  EventRoutes(Outreach outreach, ScreeningRoutes screening, StakeholderJson json) {
    this.outreach = outreach;
    this.events = outreach.events();
    this.screening = screening;
    this.json = json;
  }

  /** Somebody who attends. */
  record Attendee(
      NodeId id, String name, Optional<String> position, Optional<String> organization) {
    static Attendee of(Node node) {
      return new Attendee(
          node.id(),
          Title.of(node),
          node.text(Stk.POSITION),
          node.<String>list(Stk.ORGANIZATIONS).stream().findFirst());
    }
  }

  /** An event, as openapi.yaml says. */
  record Body(
      NodeId id,
      long revision,
      String name,
      Instant start,
      Optional<Instant> end,
      Optional<String> place,
      Optional<String> city,
      Optional<String> state,
      Optional<String> zip,
      Optional<String> county,
      Optional<String> femaRegion,
      Optional<String> agenda,
      List<StakeholderJson.IssueName> issues,
      List<Attendee> attendees,
      List<StakeholderJson.Named> organizations,
      List<StakeholderJson.Named> interactions,
      List<StakeholderJson.Named> documents,
      StakeholderJson.Owner owner,
      boolean counted,
      List<String> allowed) {}

  /** An event in a list, as openapi.yaml says. */
  record Listed(
      NodeId id,
      String name,
      Instant start,
      Optional<Instant> end,
      Optional<String> place,
      Optional<String> city,
      Optional<String> state,
      List<String> issues,
      Optional<StakeholderJson.ComponentName> component) {
    static Listed of(Node node, StakeholderJson.Of labels) {
      return new Listed(
          node.id(),
          Title.of(node),
          node.instant(Stk.EVENT_START).orElseThrow(),
          node.instant(Stk.EVENT_END),
          node.text(Stk.PLACE),
          node.text(Stk.CITY),
          node.text(Stk.STATE),
          node.list(Stk.ISSUES),
          node.text(Stk.OWNER_COMPONENT).map(labels::component));
    }
  }

  /** Some events. */
  record EventList(long total, List<Listed> items, Optional<String> cursor) {}

  /** Asks the index, so it is in no transaction. */
  Response list(Exchange exchange) {
    int from = TimelineRoutes.offset(exchange);
    int limit = exchange.limit(PAGE, 200);
    Optional<String> issue = exchange.parameter("issue");
    String when = exchange.parameter("when").orElse("upcoming");
    EventCalendar.Listed found =
        switch (when) {
          case "upcoming" ->
              outreach.calendar().upcoming(exchange.caller(), json.today(), issue, from, limit);
          case "past" ->
              outreach.calendar().past(exchange.caller(), json.today(), issue, from, limit);
          default -> throw Exchange.badParameter("when", "must be upcoming or past");
        };
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        200,
        new EventList(
            found.total(),
            found.events().stream().map(each -> Listed.of(each, labels)).toList(),
            TimelineRoutes.next(from + limit, found.total())));
  }

  /** What is given of an event: texts, moments and {@code issues}. */
  private static NewEvent read(Map<String, Object> given) {
    Map<QName, Object> values = new LinkedHashMap<>();
    Map<String, String> problems = new LinkedHashMap<>();
    given.forEach(
        (field, value) -> {
          if (TEXTS.containsKey(field) && (value == null || value instanceof String)) {
            boolean empty = value == null || ((String) value).isBlank();
            values.put(TEXTS.get(field), empty ? null : ((String) value).strip());
          } else if (MOMENTS.containsKey(field) && (value == null || value instanceof String)) {
            moment(field, (String) value, values, problems);
          } else if (!field.equals("issues")) {
            problems.put(field, "is not known, or no text");
          }
        });
    Object issues = given.get("issues");
    boolean listed =
        issues == null
            || issues instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    if (!listed) {
      problems.put("issues", "must be a list of codes");
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    return new NewEvent(
        values,
        Optional.ofNullable((List<?>) issues)
            .map(codes -> codes.stream().map(String.class::cast).toList()));
  }

  private static void moment(
      String field, String value, Map<QName, Object> values, Map<String, String> problems) {
    try {
      values.put(MOMENTS.get(field), value == null ? null : Instant.parse(value));
    } catch (DateTimeException e) {
      problems.put(field, "must be a moment such as 2026-11-22T14:00:00Z");
    }
  }

  @SuppressWarnings("unchecked") // A JSON object is read as nothing else.
  private static Map<String, Object> object(Exchange exchange) {
    return exchange.json(Map.class);
  }

  Response create(Exchange exchange) {
    NewEvent wanted = read(object(exchange));
    return shown(exchange, 201, events.create(exchange.actor(), wanted).id());
  }

  Response get(Exchange exchange) {
    return shown(exchange, 200, id(exchange));
  }

  Response put(Exchange exchange) {
    long revision = exchange.ifMatch();
    NewEvent wanted = read(object(exchange));
    NodeId id = id(exchange);
    events.change(exchange.actor(), id, revision, wanted);
    return shown(exchange, 200, id);
  }

  /** Body of {@link #attend}. */
  record Attendees(Optional<List<NodeId>> people, Optional<List<NodeId>> organizations) {}

  Response attend(Exchange exchange) {
    Attendees wanted = exchange.json(Attendees.class);
    NodeId id = id(exchange);
    events.attend(
        exchange.actor(),
        id,
        wanted.people().orElse(List.of()),
        wanted.organizations().orElse(List.of()));
    return shown(exchange, 200, id);
  }

  Response absent(Exchange exchange) {
    NodeId id = id(exchange);
    events.absent(exchange.actor(), id, Exchange.idOf(exchange.segment("attendee")));
    return shown(exchange, 200, id);
  }

  /** Body of {@link #interaction}. */
  record NewBody(
      Optional<String> mode,
      Optional<String> component,
      Optional<String> employee,
      Optional<List<String>> issues,
      Optional<String> outcome,
      Optional<String> followUp,
      Optional<LocalDate> followUpDue,
      Optional<List<ScreeningRoutes.ConfirmationBody>> confirmations) {}

  /** One interaction with all who attend. */
  Response interaction(Exchange exchange) {
    NewBody wanted = exchange.json(NewBody.class);
    NodeId id = id(exchange);
    Caller caller = exchange.caller();
    Node event = events.get(caller, id);
    NewInteraction all =
        new NewInteraction(
            LocalDate.ofInstant(event.instant(Stk.EVENT_START).orElseThrow(), ZoneOffset.UTC),
            wanted.mode().orElse("event"),
            wanted.component(),
            wanted.employee(),
            ids(events.attending(caller, id, Stk.ATTENDEE)),
            ids(events.attending(caller, id, Stk.REPRESENTED)),
            Optional.of(id),
            wanted.issues().orElseGet(() -> events.issues(id).stream().map(Issue::code).toList()),
            wanted.outcome(),
            wanted.followUp(),
            wanted.followUpDue(),
            ScreeningRoutes.ConfirmationBody.read(wanted.confirmations()),
            // Those who came had been asked for, or came of themselves.
            true);
    screening.screened(() -> outreach.interactions().record(exchange.actor(), all));
    return shown(exchange, 201, id);
  }

  private static List<NodeId> ids(List<Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }

  private static NodeId id(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("event"));
    exchange.about(id);
    return id;
  }

  private Response shown(Exchange exchange, int status, NodeId id) {
    exchange.about(id);
    Caller caller = exchange.caller();
    Node node = events.get(caller, id);
    Body body =
        new Body(
            id,
            node.revision(),
            Title.of(node),
            node.instant(Stk.EVENT_START).orElseThrow(),
            node.instant(Stk.EVENT_END),
            node.text(Stk.PLACE),
            node.text(Stk.CITY),
            node.text(Stk.STATE),
            node.text(Stk.ZIP),
            node.text(Stk.COUNTY),
            node.text(Stk.FEMA_REGION),
            node.text(Stk.AGENDA),
            StakeholderJson.IssueName.of(events.issues(id)),
            events.attending(caller, id, Stk.ATTENDEE).stream().map(Attendee::of).toList(),
            StakeholderJson.Named.of(events.attending(caller, id, Stk.REPRESENTED)),
            events.interactions(caller, id).stream()
                .map(each -> new StakeholderJson.Named(each.id(), interactionName(each)))
                .toList(),
            json.documents(caller, id),
            json.ofOneAnswer().owner(node),
            Boolean.TRUE.equals(node.properties().get(Stk.COUNTED)),
            exchange.account().capabilities().contains(Capability.KEEP_STAKEHOLDERS)
                ? List.of("change")
                : List.of());
    return Response.json(status, body).withRevision(node.revision());
  }

  private static String interactionName(Node node) {
    return node.text(Stk.OUTCOME).orElse(node.text(Stk.MODE).orElse(node.name()));
  }
}
