package org.chancery.core.http;

import static org.chancery.core.access.Capability.CHECK_INTEGRITY;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.NONE;
import static org.chancery.core.http.Route.Scope.READ;

import java.util.List;
import org.chancery.core.audit.Action;

/** The routes of integrity reports that are kept, and of how mail does. */
final class IntegrityTable {
  private final IntegrityRoutes reports;
  private final MailRoutes mail;

  IntegrityTable(IntegrityRoutes reports, MailRoutes mail) {
    this.reports = reports;
    this.mail = mail;
  }

  List<Route> routes() {
    return List.of(
        route(
            "GET",
            "/mail",
            with(CHECK_INTEGRITY),
            READ,
            refusals(Action.CHECK_INTEGRITY),
            mail::mail),
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
