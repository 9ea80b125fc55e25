package org.chancery.core.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.NodeId;
import org.chancery.core.routing.NewRoute;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.routing.Route;
import org.chancery.core.routing.Routing;
import org.chancery.core.routing.Tasking;

/** Routes of case files: started, shown, withdrawn (requirement C7). */
final class RouteRoutes {
  private final Routing routing;
  private final Accounts accounts;
  private final TaskingJson taskings;

  RouteRoutes(Routing routing, Accounts accounts, TaskingJson taskings) {
    this.routing = routing;
    this.accounts = accounts;
    this.taskings = taskings;
  }

  /** Body of {@link #start}, as openapi.yaml says. */
  record Wanted(
      String template,
      Optional<String> lead,
      Optional<String> reviewer,
      Optional<String> signer,
      Optional<List<String>> commenters,
      Optional<LocalDate> commentBy,
      Optional<LocalDate> due,
      Optional<String> instruction) {}

  /** Body of {@link #withdraw}. */
  record Reason(String reason) {}

  /** A route, as openapi.yaml says. */
  record Body(
      NodeId id,
      String template,
      int version,
      String name,
      String state,
      People.Who startedBy,
      Instant startedAt,
      Optional<Instant> endedAt,
      Optional<String> reason,
      StandingBody standing,
      List<TaskingJson.Body> taskings,
      List<String> allowed) {}

  /** Where it is and has been. */
  record StandingBody(Set<String> active, Set<String> visited) {}

  /** Routes. */
  record BodyList(List<Body> items) {}

  Response start(Exchange exchange) {
    Wanted wanted = exchange.json(Wanted.class);
    Actor actor = exchange.actor();
    Route route =
        routing
            .routes()
            .start(
                actor,
                exchange.id(),
                new NewRoute(
                    wanted.template(),
                    filled(wanted.lead()),
                    filled(wanted.reviewer()),
                    filled(wanted.signer()),
                    wanted.commenters().orElse(List.of()),
                    wanted.commentBy(),
                    wanted.due(),
                    filled(wanted.instruction())));
    exchange.about(route.id());
    return Response.json(201, shown(actor, exchange.id(), List.of(route)).get(0));
  }

  private static Optional<String> filled(Optional<String> text) {
    return text.map(String::strip).filter(each -> !each.isEmpty());
  }

  Response list(Exchange exchange) {
    Actor actor = exchange.actor();
    List<Route> routes = routing.routes().ofFile(actor.caller(), exchange.id());
    return Response.json(200, new BodyList(shown(actor, exchange.id(), routes)));
  }

  Response withdraw(Exchange exchange) {
    Actor actor = exchange.actor();
    Reason reason = exchange.json(Reason.class);
    Route route = routing.routes().withdraw(actor, exchange.id(), reason.reason());
    NodeId file = routing.routes().file(route);
    return Response.json(200, shown(actor, file, List.of(route)).get(0));
  }

  private List<Body> shown(Actor actor, NodeId file, List<Route> routes) {
    People people = new People(accounts);
    List<Tasking> all =
        routing.taskings().ofFile(actor.caller(), file).stream()
            .filter(each -> each.route().isPresent())
            .toList();
    Map<NodeId, TaskingJson.Body> bodies =
        taskings.all(actor, all).stream()
            .collect(Collectors.toMap(TaskingJson.Body::id, Function.identity()));
    return routes.stream()
        .map(
            route -> {
              ProcessEngine.Standing standing = routing.routes().standing(route);
              return new Body(
                  route.id(),
                  route.template(),
                  route.version(),
                  routing.routes().template(route).name(),
                  route.state().code(),
                  people.who(route.startedBy()),
                  route.startedAt(),
                  route.endedAt(),
                  route.reason(),
                  new StandingBody(
                      new TreeSet<>(standing.active()), new TreeSet<>(standing.visited())),
                  all.stream()
                      .filter(each -> each.route().equals(Optional.of(route.id())))
                      .map(each -> bodies.get(each.id()))
                      .toList(),
                  routing.routes().withdrawable(actor, route) ? List.of("withdraw") : List.of());
            })
        .toList();
  }
}
