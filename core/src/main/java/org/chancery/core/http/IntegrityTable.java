package org.chancery.core.http;

import static org.chancery.core.access.Capability.CHECK_INTEGRITY;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.NONE;

import java.util.List;
import org.chancery.core.audit.Action;

/** The routes of integrity reports that are kept. */
final class IntegrityTable {
  private final IntegrityRoutes reports;

  IntegrityTable(IntegrityRoutes reports) {
    this.reports = reports;
  }

  List<Route> routes() {
    return List.of(
        route(
            "GET",
            "/integrity/reports",
            with(CHECK_INTEGRITY),
            NONE,
            refusals(Action.CHECK_INTEGRITY),
            reports::list),
        route(
            "GET",
            "/integrity/reports/{report}",
            with(CHECK_INTEGRITY),
            NONE,
            byRouter(Action.CHECK_INTEGRITY),
            reports::get),
        route(
            "POST",
            "/integrity/reports",
            with(CHECK_INTEGRITY),
            NONE,
            refusals(Action.REPORT_INTEGRITY),
            reports::make));
  }
}
