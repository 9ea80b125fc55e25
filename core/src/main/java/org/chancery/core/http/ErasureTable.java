package org.chancery.core.http;

import static org.chancery.core.access.Capability.KEEP_STAKEHOLDERS;
import static org.chancery.core.access.Capability.REVIEW_NOTES;
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

/** The lines of the route table for erasing people, and for those who come back. */
final class ErasureTable {
  private static final Route.Access KEEPS = with(KEEP_STAKEHOLDERS);
  private static final Route.Access REVIEWS = with(REVIEW_NOTES);

  private final ErasureRoutes erasures;

  ErasureTable(ErasureRoutes erasures) {
    this.erasures = erasures;
  }

  List<Route> routes() {
    Route.Audit erase = refusals(Action.PERSON_ERASE);
    return List.of(
        // What names the person is looked for in the index, which no transaction may wait for.
        route(
            "GET",
            "/people/{person}/erasure",
            KEEPS,
            NONE,
            byRouter(Action.VIEW),
            erasures::preview),
        new Route("POST", "/people/{person}/erasure", KEEPS, CREATE, erase, erasures::order),
        route("GET", "/erasures", KEEPS, READ, refusals(Action.VIEW), erasures::list),
        route("GET", "/erasures/{erasure}", KEEPS, READ, refusals(Action.VIEW), erasures::get),
        route(
            "GET",
            "/erasures/{erasure}/proof",
            KEEPS,
            READ,
            byRouter(Action.VIEW),
            erasures::proof),
        route("GET", "/stopped-entries", REVIEWS, READ, byRouter(Action.VIEW), erasures::stopped),
        route(
            "POST",
            "/stopped-entries/{entry}",
            REVIEWS,
            WRITE,
            refusals(Action.PERSON_REENTRY),
            erasures::decide));
  }
}
