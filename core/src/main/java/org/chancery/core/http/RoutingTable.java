package org.chancery.core.http;

import static org.chancery.core.access.Capability.BROWSE;
import static org.chancery.core.access.Capability.CHANGE;
import static org.chancery.core.access.Capability.DEPLOY_TEMPLATES;
import static org.chancery.core.access.Capability.DO_TASKINGS;
import static org.chancery.core.access.Capability.ROUTE;
import static org.chancery.core.access.Capability.TASK;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.NONE;
import static org.chancery.core.http.Route.Scope.READ;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chancery.core.audit.Action;

/** The part of the route table that routing answers for. */
final class RoutingTable {
  private final TemplateRoutes templates;
  private final RouteRoutes routes;
  private final TaskingRoutes taskings;
  private final MessageRoutes messages;
  private final ClearanceRoutes clearances;
  private final DeskRoutes desk;

  RoutingTable(
      TemplateRoutes templates,
      RouteRoutes routes,
      TaskingRoutes taskings,
      MessageRoutes messages,
      ClearanceRoutes clearances,
      DeskRoutes desk) {
    this.templates = templates;
    this.routes = routes;
    this.taskings = taskings;
    this.messages = messages;
    this.clearances = clearances;
    this.desk = desk;
  }

  List<Route> routes() {
    Route.Audit view = byRouter(Action.VIEW);
    // Listings that pages ask for again and again: refusals only.
    Route.Audit listing = refusals(Action.VIEW);
    return List.of(
        route("GET", "/templates", with(BROWSE), READ, listing, templates::list),
        route(
            "POST",
            "/templates",
            with(DEPLOY_TEMPLATES),
            CREATE,
            refusals(Action.DEPLOY_TEMPLATE),
            templates::deploy),
        route("GET", "/templates/{key}", with(BROWSE), READ, listing, templates::get),
        //
        route("GET", "/case-files/{id}/routes", with(BROWSE), READ, view, routes::list),
        route(
            "POST",
            "/case-files/{id}/routes",
            with(ROUTE),
            CREATE,
            refusals(Action.START_ROUTE),
            routes::start),
        route(
            "POST",
            "/routes/{id}/withdraw",
            with(ROUTE),
            CREATE,
            refusals(Action.WITHDRAW_ROUTE),
            routes::withdraw),
        //
        route("GET", "/taskings", with(BROWSE), NONE, listing, taskings::list),
        route("GET", "/taskings/{id}", with(BROWSE), READ, view, taskings::get),
        route("GET", "/case-files/{id}/taskings", with(BROWSE), READ, view, taskings::ofFile),
        route(
            "POST",
            "/case-files/{id}/taskings",
            with(TASK),
            CREATE,
            refusals(Action.ASSIGN),
            taskings::create),
        action("/taskings/{id}/subtask", Action.ASSIGN, taskings::subtask),
        action("/taskings/{id}/claim", Action.CLAIM, taskings::claim),
        action("/taskings/{id}/return", Action.RETURN, taskings::giveBack),
        action("/taskings/{id}/reassign", Action.REASSIGN, taskings::reassign),
        action("/taskings/{id}/extend", Action.EXTEND, taskings::extend),
        action("/taskings/{id}/complete", Action.COMPLETE, taskings::complete),
        action("/taskings/{id}/withdraw", Action.WITHDRAW, taskings::withdraw),
        //
        route("GET", "/case-files/{id}/messages", with(BROWSE), READ, view, messages::ofFile),
        route(
            "POST",
            "/case-files/{id}/messages",
            with(CHANGE),
            CREATE,
            refusals(Action.MESSAGE),
            messages::send),
        route("POST", "/messages/{id}/read", with(BROWSE), CREATE, view, messages::read),
        route("GET", "/messages", with(BROWSE), NONE, listing, messages::own),
        //
        route("GET", "/case-files/{id}/clearances", with(BROWSE), READ, view, clearances::ofFile),
        route(
            "GET",
            "/calendar",
            with(Optional.empty()),
            NONE,
            refusals(Action.REQUEST),
            clearances::calendar),
        route("GET", "/desk", with(BROWSE), NONE, listing, desk::get));
  }

  /** What is done with taskings; the domain records it. */
  private static Route action(
      String template, Action action, Function<Exchange, Response> handler) {
    return route("POST", template, with(DO_TASKINGS), CREATE, refusals(action), handler);
  }
}
