package org.chancery.core.http;

import static org.chancery.core.access.Capability.BROWSE;
import static org.chancery.core.access.Capability.CLOSE;
import static org.chancery.core.access.Capability.DISPATCH;
import static org.chancery.core.access.Capability.DRAFT;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.naming;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import org.chancery.core.audit.Action;
import org.chancery.core.http.Route.Audit;

/** The routes of drafts, letters, dispatches and the end of a file's work. */
final class ResponseTable {
  private final ResponseRoutes responses;

  ResponseTable(ResponseRoutes responses) {
    this.responses = responses;
  }

  List<Route> routes() {
    Audit view = byRouter(Action.VIEW);
    return List.of(
        route(
            "GET",
            "/letter-templates",
            with(BROWSE),
            READ,
            refusals(Action.VIEW),
            responses::templates),
        naming(
            "POST",
            "/case-files/{id}/drafts",
            with(DRAFT),
            refusals(Action.CREATE),
            responses::draft),
        route(
            "POST",
            "/documents/{id}/print",
            with(DRAFT),
            WRITE,
            refusals(Action.PRINT),
            responses::print),
        route("GET", "/documents/{id}/compare", with(BROWSE), READ, view, responses::compare),
        route(
            "GET", "/case-files/{id}/dispatches", with(BROWSE), READ, view, responses::dispatches),
        new Route(
            "POST",
            "/case-files/{id}/dispatches",
            with(DISPATCH),
            CREATE,
            refusals(Action.DISPATCH),
            responses::dispatch),
        route(
            "POST",
            "/dispatches/{id}/retry",
            with(DISPATCH),
            WRITE,
            refusals(Action.SEND),
            responses::retry),
        route(
            "POST",
            "/dispatches/{id}/withdraw",
            with(DISPATCH),
            WRITE,
            refusals(Action.SEND),
            responses::withdraw),
        route(
            "POST",
            "/case-files/{id}/close",
            with(CLOSE),
            WRITE,
            refusals(Action.CLOSE),
            responses::close),
        route(
            "POST",
            "/case-files/{id}/reopen",
            with(CLOSE),
            WRITE,
            refusals(Action.REOPEN),
            responses::reopen));
  }
}
