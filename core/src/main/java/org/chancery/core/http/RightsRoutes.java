package org.chancery.core.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.core.access.Capability;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.rights.ContactRequests;
import org.chancery.core.rights.Expiry;
import org.chancery.core.rights.OneYear;
import org.chancery.core.rights.Rights;
import org.chancery.core.stakeholders.ContactBlock;
import org.chancery.core.stakeholders.Owners;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;

/** Requests not to be contacted, and the worklist of the one-year rule. */
final class RightsRoutes {
  private static final int PAGE = 50;

  private final ContactRequests requests;
  private final OneYear oneYear;
  private final StakeholderJson json;

  private final Stakeholders stakeholders;

  RightsRoutes(Rights rights, Stakeholders stakeholders, StakeholderJson json) {
    this.stakeholders = stakeholders;
    this.requests = rights.requests();
    this.oneYear = rights.oneYear();
    this.json = json;
  }

  /** A request, as openapi.yaml says. */
  record DoNotContactBody(
      LocalDate on,
      String via,
      String state,
      Optional<People.Who> by,
      Optional<String> reason,
      Optional<LocalDate> answerDue,
      boolean overdue) {
    static Optional<DoNotContactBody> of(Node person, LocalDate today, StakeholderJson.Of labels) {
      return ContactBlock.since(person)
          .map(
              day ->
                  new DoNotContactBody(
                      day,
                      person.text(Stk.NO_CONTACT_VIA).orElseThrow(),
                      person.text(Stk.NO_CONTACT_STATE).orElseThrow(),
                      person.text(Stk.NO_CONTACT_BY).map(labels::who),
                      person.text(Stk.NO_CONTACT_REASON),
                      person.date(Stk.ANSWER_DUE),
                      !ContactBlock.restricted(person)
                          && person.date(Stk.ANSWER_DUE).filter(today::isAfter).isPresent()));
    }
  }

  /** Why an entry is to be deleted, as openapi.yaml says. */
  record ExpiryBody(
      String reason, LocalDate due, Optional<LocalDate> warned, Optional<LocalDate> deletion) {
    static ExpiryBody of(Expiry expiry) {
      return new ExpiryBody(
          expiry.reason().code(), expiry.due(), expiry.warned(), expiry.deletion());
    }
  }

  /** What of a person follows from their rights, for their page. */
  Optional<ExpiryBody> expiry(Node person) {
    return oneYear.of(person).map(ExpiryBody::of);
  }

  /** What the caller may do with a person's rights. */
  List<String> allowed(Caller caller, boolean keeps, Node person) {
    List<String> allowed = new ArrayList<>();
    if (keeps) {
      Optional<String> state = person.text(Stk.NO_CONTACT_STATE);
      if (state.isEmpty()) {
        allowed.add("do-not-contact");
      } else if (ContactRequests.mayAnswer(caller, person)) {
        allowed.add("contact-again");
        if (!ContactBlock.restricted(person)) {
          allowed.add("restrict");
        }
      }
      if (Owners.answers(caller, person) && oneYear.of(person).isPresent()) {
        allowed.add("renew");
      }
    }
    return allowed;
  }

  /** Body of {@link #request}. */
  record NewRequest(Optional<LocalDate> on, String via, Optional<String> reason) {}

  Response request(Exchange exchange) {
    NewRequest wanted = exchange.json(NewRequest.class);
    requests.request(
        exchange.actor(),
        entry(exchange),
        new ContactRequests.Request(wanted.on(), wanted.via(), wanted.reason()));
    return Response.empty(204);
  }

  /** Why. */
  record Reason(String reason) {}

  Response restrict(Exchange exchange) {
    requests.restrict(exchange.actor(), entry(exchange), exchange.json(Reason.class).reason());
    return Response.empty(204);
  }

  Response contactAgain(Exchange exchange) {
    requests.end(exchange.actor(), entry(exchange), exchange.json(Reason.class).reason());
    return Response.empty(204);
  }

  /** Somebody who asked, as openapi.yaml says. */
  record RequestBody(
      NodeId id,
      String name,
      StakeholderJson.Owner owner,
      DoNotContactBody doNotContact,
      List<String> allowed) {}

  /** Some of them. */
  record RequestList(long total, List<RequestBody> items, Optional<String> cursor) {}

  Response list(Exchange exchange) {
    Optional<String> state = exchange.parameter("state");
    boolean overdue = state.filter("overdue"::equals).isPresent();
    if (state
        .filter(each -> !List.of("requested", "restricted", "overdue").contains(each))
        .isPresent()) {
      throw Exchange.badParameter("state", "must be requested, restricted or overdue");
    }
    int from = TimelineRoutes.offset(exchange);
    int limit = exchange.limit(PAGE, 200);
    ContactRequests.Listed listed =
        requests.list(
            exchange.caller(),
            new ContactRequests.Which(
                kind(exchange),
                state.filter(each -> !overdue),
                overdue,
                mine(exchange),
                exchange.parameter("component")),
            from,
            limit);
    StakeholderJson.Of labels = json.ofOneAnswer();
    boolean keeps = keeps(exchange);
    List<RequestBody> items =
        listed.entries().stream()
            .flatMap(
                person ->
                    DoNotContactBody.of(person, json.today(), labels)
                        .map(
                            asked ->
                                new RequestBody(
                                    person.id(),
                                    Title.of(person),
                                    labels.owner(person),
                                    asked,
                                    allowed(exchange.caller(), keeps, person)))
                        .stream())
            .toList();
    return Response.json(
        200,
        new RequestList(listed.total(), items, TimelineRoutes.next(from + limit, listed.total())));
  }

  /** Somebody who is to be deleted, as openapi.yaml says. */
  record ExpiringBody(
      NodeId id,
      String name,
      Optional<String> organization,
      StakeholderJson.Owner owner,
      Optional<LocalDate> lastContact,
      List<String> issues,
      ExpiryBody expiry,
      List<String> allowed) {}

  /** Some of them. */
  record ExpiringList(long total, List<ExpiringBody> items, Optional<String> cursor) {}

  Response expiring(Exchange exchange) {
    int from = TimelineRoutes.offset(exchange);
    int limit = exchange.limit(PAGE, 200);
    OneYear.Listed listed =
        oneYear.list(
            exchange.caller(),
            kind(exchange),
            mine(exchange),
            exchange.parameter("component"),
            from,
            limit);
    StakeholderJson.Of labels = json.ofOneAnswer();
    boolean keeps = keeps(exchange);
    List<ExpiringBody> items =
        listed.entries().stream()
            .map(
                each ->
                    new ExpiringBody(
                        each.entry().id(),
                        Title.of(each.entry()),
                        each.entry().<String>list(Stk.ORGANIZATIONS).stream().findFirst(),
                        labels.owner(each.entry()),
                        each.entry().date(Stk.LAST_CONTACT),
                        each.entry().list(Stk.ISSUES),
                        ExpiryBody.of(each.expiry()),
                        keeps && Owners.answers(exchange.caller(), each.entry())
                            ? List.of("renew", "delete")
                            : List.of()))
            .toList();
    return Response.json(
        200,
        new ExpiringList(listed.total(), items, TimelineRoutes.next(from + limit, listed.total())));
  }

  Response renew(Exchange exchange) {
    oneYear.renew(exchange.actor(), entry(exchange), exchange.json(Reason.class).reason());
    return Response.empty(204);
  }

  Response delete(Exchange exchange) {
    oneYear.delete(exchange.actor(), entry(exchange));
    return Response.empty(204);
  }

  private static boolean keeps(Exchange exchange) {
    return exchange.account().capabilities().contains(Capability.KEEP_STAKEHOLDERS);
  }

  private static Optional<String> mine(Exchange exchange) {
    return exchange.flag("mine") ? Optional.of(exchange.caller().user()) : Optional.empty();
  }

  /** The person or the organization that the path names, as such. */
  private NodeId entry(Exchange exchange) {
    boolean person = exchange.segment("person") != null;
    NodeId id = Exchange.idOf(exchange.segment(person ? "person" : "organization"));
    exchange.about(id);
    return (person
            ? stakeholders.people().get(exchange.caller(), id)
            : stakeholders.organizations().get(exchange.caller(), id))
        .id();
  }

  /** People, unless it asks for organizations. */
  private static QName kind(Exchange exchange) {
    return switch (exchange.parameter("kind").orElse("person")) {
      case "person" -> Stk.PERSON;
      case "organization" -> Stk.ORGANIZATION;
      default -> throw Exchange.badParameter("kind", "must be person or organization");
    };
  }
}
