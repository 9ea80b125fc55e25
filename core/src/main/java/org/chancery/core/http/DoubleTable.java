package org.chancery.core.http;

import static org.chancery.core.access.Capability.BROWSE;
import static org.chancery.core.access.Capability.KEEP_STAKEHOLDERS;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.NONE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import org.chancery.core.audit.Action;

/** The lines of the route table for entries of the same person or organization. */
final class DoubleTable {
  private final DoubleRoutes doubles;

  DoubleTable(DoubleRoutes doubles) {
    this.doubles = doubles;
  }

  List<Route> routes() {
    Route.Access keeps = with(KEEP_STAKEHOLDERS);
    Route.Audit merge = refusals(Action.STAKEHOLDER_MERGE);
    Route.Audit view = refusals(Action.VIEW);
    return List.of(
        route("POST", "/people/{person}/merge", keeps, WRITE, merge, doubles::mergePeople),
        route(
            "POST",
            "/organizations/{organization}/merge",
            keeps,
            WRITE,
            merge,
            doubles::mergeOrganizations),
        route("GET", "/people/{person}/merges", with(BROWSE), READ, view, doubles::ofPerson),
        route(
            "GET",
            "/organizations/{organization}/merges",
            with(BROWSE),
            READ,
            view,
            doubles::ofOrganization),
        // What is shown is decided pair by pair, and is no more than a list of names.
        route("GET", "/duplicates", keeps, READ, view, doubles::list),
        route("POST", "/duplicates/search", keeps, NONE, refusals(Action.REQUEST), doubles::look),
        route("GET", "/duplicates/{one}/{other}", keeps, READ, view, doubles::pair),
        route("POST", "/duplicates/apart", keeps, WRITE, merge, doubles::tellApart),
        // Says no more than the page of the entry that is left does, and only to whom it is there.
        route("GET", "/duplicates/merges/{merge}/left", with(BROWSE), READ, view, doubles::left),
        route("POST", "/duplicates/merges/{merge}/undo", keeps, WRITE, merge, doubles::undo));
  }
}
