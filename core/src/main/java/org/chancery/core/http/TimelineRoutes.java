package org.chancery.core.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.outreach.Leavers;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.screening.FlagReviews;
import org.chancery.core.stakeholders.HandOver;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.stakeholders.Timeline;
import org.chancery.core.stakeholders.Verifications;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/** What there was with a stakeholder: timeline, notes, verification and ownership. */
final class TimelineRoutes {
  private static final int DUE_AFTER_MONTHS = 12;
  private static final int PAGE = 50;

  private final Stakeholders stakeholders;
  private final Leavers leavers;
  private final ScreeningRoutes screening;
  private final StakeholderJson json;

  TimelineRoutes(
      Stakeholders stakeholders, Leavers leavers, ScreeningRoutes screening, StakeholderJson json) {
    this.stakeholders = stakeholders;
    this.leavers = leavers;
    this.screening = screening;
    this.json = json;
  }

  /** Something there was, as openapi.yaml says. */
  record ItemBody(
      String kind,
      String at,
      String title,
      Optional<String> text,
      Optional<StakeholderJson.ComponentName> component,
      Optional<People.Who> by,
      List<String> issues,
      Optional<NodeId> node) {
    static ItemBody of(Timeline.Item each, StakeholderJson.Of labels) {
      return new ItemBody(
          each.kind().code(),
          each.moment().map(Object::toString).orElse(each.day().toString()),
          each.title(),
          each.text(),
          each.component().map(labels::component),
          each.by().map(labels::who),
          each.issues(),
          Optional.of(each.node()));
    }
  }

  /** Some of it. */
  record Body(List<ItemBody> items, Optional<String> cursor) {}

  Response ofPerson(Exchange exchange) {
    return timeline(exchange, person(exchange));
  }

  Response ofOrganization(Exchange exchange) {
    return timeline(exchange, organization(exchange));
  }

  private Response timeline(Exchange exchange, Node stakeholder) {
    Set<Timeline.Kind> kinds = kinds(exchange);
    int from = offset(exchange);
    int limit = exchange.limit(PAGE, 200);
    List<Timeline.Item> all = stakeholders.timeline().of(exchange.caller(), stakeholder, kinds);
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        200,
        new Body(
            all.stream().skip(from).limit(limit).map(each -> ItemBody.of(each, labels)).toList(),
            next(from + limit, all.size())));
  }

  private static Set<Timeline.Kind> kinds(Exchange exchange) {
    Set<Timeline.Kind> kinds = EnumSet.noneOf(Timeline.Kind.class);
    for (String code : exchange.parameters("kind")) {
      try {
        kinds.add(Timeline.Kind.valueOf(code.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw Exchange.badParameter(
            "kind",
            "must be interaction, event, letter, note, verification, ownership, request or"
                + " renewal");
      }
    }
    return kinds.isEmpty() ? EnumSet.allOf(Timeline.Kind.class) : kinds;
  }

  /** Where a page begins; a cursor of these lists is a number. */
  static int offset(Exchange exchange) {
    try {
      int from = exchange.parameter("cursor").map(Integer::parseInt).orElse(0);
      if (from >= 0) {
        return from;
      }
    } catch (NumberFormatException e) {
      throw Exchange.badParameter("cursor", "must be one that came with the page before");
    }
    throw Exchange.badParameter("cursor", "must be one that came with the page before");
  }

  static Optional<String> next(int from, long total) {
    return from < total ? Optional.of(String.valueOf(from)) : Optional.empty();
  }

  private Node person(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("person"));
    exchange.about(id);
    return stakeholders.people().get(exchange.caller(), id);
  }

  private Node organization(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("organization"));
    exchange.about(id);
    return stakeholders.organizations().get(exchange.caller(), id);
  }

  /** Body of a note. */
  record NewNote(String text, Optional<List<ScreeningRoutes.ConfirmationBody>> confirmations) {}

  /** A note, as openapi.yaml says. */
  record NoteBody(NodeId id, String text, Instant at, People.Who by, List<String> flags) {}

  Response noteOnPerson(Exchange exchange) {
    return note(exchange, person(exchange));
  }

  Response noteOnOrganization(Exchange exchange) {
    return note(exchange, organization(exchange));
  }

  private Response note(Exchange exchange, Node stakeholder) {
    NewNote wanted = exchange.json(NewNote.class);
    Node note =
        screening.screened(
            () ->
                stakeholders
                    .notes()
                    .add(
                        exchange.actor(),
                        stakeholder,
                        wanted.text(),
                        ScreeningRoutes.ConfirmationBody.read(wanted.confirmations())));
    return Response.json(
        201,
        new NoteBody(
            note.id(),
            FlagReviews.text(note).orElseThrow(),
            note.createdAt(),
            json.ofOneAnswer().who(note.createdBy()),
            note.list(Stk.FLAGS)));
  }

  /** Body of a verification. */
  record Verification(Optional<LocalDate> on) {}

  Response verifyPerson(Exchange exchange) {
    return verify(exchange, person(exchange));
  }

  Response verifyOrganization(Exchange exchange) {
    return verify(exchange, organization(exchange));
  }

  private Response verify(Exchange exchange, Node stakeholder) {
    Optional<LocalDate> on = exchange.json(Verification.class).on();
    stakeholders.verifications().verify(exchange.actor(), stakeholder, on);
    return Response.empty(204);
  }

  /** One that is due. */
  record DueBody(
      NodeId id,
      String kind,
      String name,
      StakeholderJson.Owner owner,
      Optional<StakeholderJson.Verified> verified) {}

  /** Those that are due. */
  record DueList(long total, List<DueBody> items, Optional<String> cursor) {}

  Response due(Exchange exchange) {
    int from = offset(exchange);
    int limit = exchange.limit(PAGE, 200);
    LocalDate since = json.today().minusMonths(DUE_AFTER_MONTHS);
    Verifications.Due due =
        stakeholders
            .verifications()
            .due(exchange.caller(), since, exchange.parameter("component"), from, limit);
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        200,
        new DueList(
            due.total(),
            due.items().stream()
                .map(
                    node ->
                        new DueBody(
                            node.id(),
                            node.type().localName(),
                            Title.of(node),
                            labels.owner(node),
                            labels.verified(node)))
                .toList(),
            next(from + limit, due.total())));
  }

  /** Body of a hand-over. */
  record NewOwner(String user, Optional<String> component, String reason) {}

  Response handOverPerson(Exchange exchange) {
    return handOver(exchange, person(exchange));
  }

  Response handOverOrganization(Exchange exchange) {
    return handOver(exchange, organization(exchange));
  }

  private Response handOver(Exchange exchange, Node stakeholder) {
    NewOwner wanted = exchange.json(NewOwner.class);
    HandOver.To to = stakeholders.handOver().to(wanted.user(), wanted.component(), wanted.reason());
    stakeholders.handOver().handOver(exchange.actor(), stakeholder, to);
    return Response.empty(204);
  }

  /** Body of {@link #leave}. */
  record Leaving(String from, String to, Optional<String> component, String reason) {}

  /** How far it has come. */
  record ProgressBody(
      NodeId id, People.Who from, People.Who to, String state, int done, Optional<Integer> of) {}

  Response leave(Exchange exchange) {
    Leaving wanted = exchange.json(Leaving.class);
    if (wanted.to() == null) {
      throw new Invalid(Map.of("to", "is missing"));
    }
    HandOver.To to = stakeholders.handOver().to(wanted.to(), wanted.component(), wanted.reason());
    return progress(202, leavers.order(exchange.actor(), wanted.from(), to));
  }

  Response left(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("handover"));
    return progress(200, leavers.progress(exchange.caller(), id));
  }

  private Response progress(int status, Leavers.Progress progress) {
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        status,
        new ProgressBody(
            progress.id(),
            labels.who(progress.from()),
            labels.who(progress.to()),
            progress.state(),
            progress.done(),
            progress.of()));
  }
}
