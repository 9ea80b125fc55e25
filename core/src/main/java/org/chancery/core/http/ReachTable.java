package org.chancery.core.http;

import static org.chancery.core.access.Capability.BROWSE;
import static org.chancery.core.access.Capability.KEEP_STAKEHOLDERS;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.naming;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.NONE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import org.chancery.core.audit.Action;

/** The lines of the route table for what is asked before one reaches out. */
final class ReachTable {
  private static final Route.Access SEES = with(BROWSE);
  private static final Route.Access KEEPS = with(KEEP_STAKEHOLDERS);
  private static final Route.Audit CREATES = byRouter(Action.CREATE);
  private static final Route.Audit CHANGES = byRouter(Action.UPDATE);
  private static final Route.Audit DELETES = byRouter(Action.DELETE);

  private final FindRoutes find;
  private final KeptRoutes kept;
  private final CoverageRoutes coverage;
  private final OutreachReportRoutes reports;

  private final OrderedReportRoutes ordered;

  ReachTable(
      FindRoutes find,
      KeptRoutes kept,
      CoverageRoutes coverage,
      OutreachReportRoutes reports,
      OrderedReportRoutes ordered) {
    this.ordered = ordered;
    this.find = find;
    this.kept = kept;
    this.coverage = coverage;
    this.reports = reports;
  }

  List<Route> routes() {
    String search = "/saved-searches/{search}";
    String list = "/lists/{list}";
    String report = "/ordered-reports/{order}";
    return List.of(
        // All that ask the index do so outside of a transaction, which must not wait for it.
        route("GET", "/stakeholders", SEES, NONE, byRouter(Action.SEARCH), find::find),
        route("GET", "/gaps", SEES, NONE, byRouter(Action.READ_METRICS), coverage::gaps),
        route(
            "GET",
            "/outreach-reports/{report}",
            SEES,
            NONE,
            byRouter(Action.READ_METRICS),
            reports::get),
        route("GET", "/ordered-reports", SEES, READ, refusals(Action.VIEW), ordered::list),
        naming("POST", "/ordered-reports", KEEPS, CREATES, ordered::order),
        route("PUT", report, KEEPS, WRITE, CHANGES, ordered::change),
        route("DELETE", report, KEEPS, WRITE, DELETES, ordered::stop),
        route("GET", "/saved-searches", SEES, NONE, refusals(Action.VIEW), kept::searches),
        naming("POST", "/saved-searches", KEEPS, CREATES, kept::createSearch),
        route("PUT", search, KEEPS, WRITE, CHANGES, kept::changeSearch),
        route("DELETE", search, KEEPS, WRITE, DELETES, kept::deleteSearch),
        route("GET", "/lists", SEES, NONE, refusals(Action.VIEW), kept::lists),
        naming("POST", "/lists", KEEPS, CREATES, kept::createList),
        route("GET", list, SEES, READ, byRouter(Action.VIEW), kept::list),
        route("PUT", list, KEEPS, WRITE, CHANGES, kept::changeList),
        route("DELETE", list, KEEPS, WRITE, DELETES, kept::deleteList),
        route("POST", list + "/entries", KEEPS, WRITE, CHANGES, kept::enter));
  }
}
