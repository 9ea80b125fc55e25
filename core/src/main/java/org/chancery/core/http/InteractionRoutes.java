package org.chancery.core.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.core.access.Capability;
import org.chancery.core.outreach.FollowUps;
import org.chancery.core.outreach.Interactions;
import org.chancery.core.outreach.NewInteraction;
import org.chancery.core.outreach.Outreach;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Interactions, and what was promised in them. */
final class InteractionRoutes {
  private static final int PAGE = 50;

  private final Interactions interactions;
  private final FollowUps followUps;
  private final ScreeningRoutes screening;
  private final StakeholderJson json;

  InteractionRoutes(Outreach outreach, ScreeningRoutes screening, StakeholderJson json) {
    this.interactions = outreach.interactions();
    this.followUps = outreach.followUps();
    this.screening = screening;
    this.json = json;
  }

  /** An interaction to be noted. */
  record NewBody(
      LocalDate date,
      String mode,
      Optional<String> component,
      Optional<String> employee,
      Optional<List<NodeId>> people,
      Optional<List<NodeId>> organizations,
      Optional<NodeId> event,
      Optional<List<String>> issues,
      Optional<String> outcome,
      Optional<String> followUp,
      Optional<LocalDate> followUpDue,
      Optional<List<ScreeningRoutes.ConfirmationBody>> confirmations,
      Optional<Boolean> theirs) {
    NewInteraction read() {
      return new NewInteraction(
          date,
          mode,
          component,
          employee,
          people.orElse(List.of()),
          organizations.orElse(List.of()),
          event,
          issues.orElse(List.of()),
          outcome,
          followUp,
          followUpDue,
          ScreeningRoutes.ConfirmationBody.read(confirmations),
          theirs.orElse(false));
    }
  }

  /** An interaction, as openapi.yaml says. */
  record Body(
      NodeId id,
      long revision,
      LocalDate date,
      String mode,
      Optional<StakeholderJson.ComponentName> component,
      Optional<People.Who> employee,
      List<StakeholderJson.Named> people,
      List<StakeholderJson.Named> organizations,
      Optional<StakeholderJson.Named> event,
      List<StakeholderJson.IssueName> issues,
      Optional<String> outcome,
      Optional<String> followUp,
      Optional<LocalDate> followUpDue,
      boolean followUpDone,
      People.Who by,
      Instant at,
      List<String> allowed) {}

  Response create(Exchange exchange) {
    NewInteraction wanted = exchange.json(NewBody.class).read();
    Node noted = screening.screened(() -> interactions.record(exchange.actor(), wanted));
    return shown(exchange, 201, noted.id());
  }

  Response get(Exchange exchange) {
    return shown(exchange, 200, id(exchange));
  }

  Response put(Exchange exchange) {
    long revision = exchange.ifMatch();
    NewInteraction wanted = exchange.json(NewBody.class).read();
    NodeId id = id(exchange);
    screening.screened(() -> interactions.change(exchange.actor(), id, revision, wanted));
    return shown(exchange, 200, id);
  }

  Response delete(Exchange exchange) {
    interactions.delete(exchange.actor(), id(exchange));
    return Response.empty(204);
  }

  Response followedUp(Exchange exchange) {
    NodeId id = id(exchange);
    interactions.followedUp(exchange.actor(), id);
    return shown(exchange, 200, id);
  }

  private static NodeId id(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("interaction"));
    exchange.about(id);
    return id;
  }

  private Response shown(Exchange exchange, int status, NodeId id) {
    exchange.about(id);
    Caller caller = exchange.caller();
    Node node = interactions.get(caller, id);
    StakeholderJson.Of labels = json.ofOneAnswer();
    Body body =
        new Body(
            id,
            node.revision(),
            node.date(Stk.INTERACTION_DATE).orElseThrow(),
            node.text(Stk.MODE).orElseThrow(),
            node.text(Stk.COMPONENT).map(labels::component),
            node.text(Stk.EMPLOYEE).map(labels::who),
            with(caller, id, Stk.WITH_PERSON),
            with(caller, id, Stk.WITH_ORGANIZATION),
            with(caller, id, Stk.AT_EVENT).stream().findFirst(),
            StakeholderJson.IssueName.of(interactions.issues(id)),
            node.text(Stk.OUTCOME),
            node.text(Stk.FOLLOW_UP),
            node.date(Stk.FOLLOW_UP_DUE),
            Boolean.TRUE.equals(node.properties().get(Stk.FOLLOW_UP_DONE)),
            labels.who(node.createdBy()),
            node.createdAt(),
            allowed(exchange, node));
    return Response.json(status, body).withRevision(node.revision());
  }

  private List<StakeholderJson.Named> with(Caller caller, NodeId id, QName relation) {
    return StakeholderJson.Named.of(interactions.with(caller, id, relation));
  }

  private static List<String> allowed(Exchange exchange, Node node) {
    List<String> allowed = new ArrayList<>();
    if (exchange.account().capabilities().contains(Capability.KEEP_STAKEHOLDERS)) {
      if (Interactions.mayChange(exchange.caller(), node)) {
        allowed.add("change");
        allowed.add("delete");
      }
      if (node.text(Stk.FOLLOW_UP_STATE).filter("open"::equals).isPresent()) {
        allowed.add("follow-up-done");
      }
    }
    return allowed;
  }

  /** A promise. */
  record FollowUp(
      NodeId interaction,
      LocalDate date,
      String text,
      Optional<LocalDate> due,
      boolean overdue,
      Optional<StakeholderJson.ComponentName> component,
      Optional<People.Who> employee,
      List<StakeholderJson.Named> people,
      List<StakeholderJson.Named> organizations) {}

  /** Some of them. */
  record FollowUpList(long total, List<FollowUp> items, Optional<String> cursor) {}

  Response followUps(Exchange exchange) {
    Caller caller = exchange.caller();
    int from = TimelineRoutes.offset(exchange);
    int limit = exchange.limit(PAGE, 200);
    LocalDate today = json.today();
    FollowUps.Listed open =
        followUps.open(
            caller,
            exchange.flag("mine") ? Optional.of(caller.user()) : Optional.empty(),
            exchange.parameter("component"),
            exchange.flag("overdue") ? Optional.of(today) : Optional.empty(),
            from,
            limit);
    StakeholderJson.Of labels = json.ofOneAnswer();
    return Response.json(
        200,
        new FollowUpList(
            open.total(),
            open.interactions().stream()
                .map(
                    node ->
                        new FollowUp(
                            node.id(),
                            node.date(Stk.INTERACTION_DATE).orElseThrow(),
                            node.text(Stk.FOLLOW_UP).orElse(""),
                            node.date(Stk.FOLLOW_UP_DUE),
                            node.date(Stk.FOLLOW_UP_DUE).filter(today::isAfter).isPresent(),
                            node.text(Stk.COMPONENT).map(labels::component),
                            node.text(Stk.EMPLOYEE).map(labels::who),
                            with(caller, node.id(), Stk.WITH_PERSON),
                            with(caller, node.id(), Stk.WITH_ORGANIZATION)))
                .toList(),
            TimelineRoutes.next(from + limit, open.total())));
  }
}
