package org.chancery.core.http;

import static org.chancery.core.access.Capability.PLACE_HOLDS;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.NONE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import org.chancery.core.audit.Action;

/** The lines of the route table for holds. */
final class HoldTable {
  private final HoldRoutes holds;

  HoldTable(HoldRoutes holds) {
    this.holds = holds;
  }

  List<Route> routes() {
    return List.of(
        route("GET", "/holds", with(PLACE_HOLDS), READ, byRouter(Action.VIEW), holds::list),
        new Route(
            "POST",
            "/holds",
            with(PLACE_HOLDS),
            CREATE,
            refusals(Action.HOLD),
            Handler.of(holds::place)),
        route("GET", "/holds/{hold}", with(PLACE_HOLDS), READ, byRouter(Action.VIEW), holds::get),
        // What matches a search is put under the hold in transactions of its own.
        route(
            "POST",
            "/holds/{hold}/items",
            with(PLACE_HOLDS),
            NONE,
            refusals(Action.HOLD),
            holds::add),
        route(
            "POST",
            "/holds/{hold}/release",
            with(PLACE_HOLDS),
            WRITE,
            refusals(Action.RELEASE),
            holds::release));
  }
}
