package org.chancery.core.http;

import static org.chancery.core.access.Capability.APPLY_SERIES;
import static org.chancery.core.access.Capability.BROWSE;
import static org.chancery.core.access.Capability.CHANGE;
import static org.chancery.core.access.Capability.KEEP_FILE_PLAN;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import org.chancery.core.audit.Action;

/** The lines of the route table for the file plan and what is kept under it. */
final class ScheduleTable {
  private final ScheduleRoutes schedule;

  ScheduleTable(ScheduleRoutes schedule) {
    this.schedule = schedule;
  }

  List<Route> routes() {
    return List.of(
        route("GET", "/file-plan", with(BROWSE), READ, refusals(Action.VIEW), schedule::plan),
        route(
            "POST",
            "/file-plan",
            with(KEEP_FILE_PLAN),
            WRITE,
            refusals(Action.CHANGE_FILE_PLAN),
            schedule::change),
        route(
            "GET",
            "/file-plan/versions",
            with(BROWSE),
            READ,
            refusals(Action.VIEW),
            schedule::versions),
        route(
            "PUT",
            "/nodes/{id}/series",
            with(APPLY_SERIES),
            WRITE,
            refusals(Action.APPLY_SERIES),
            schedule::apply),
        route(
            "GET",
            "/nodes/{id}/retention",
            with(BROWSE),
            READ,
            refusals(Action.VIEW),
            schedule::retention),
        route(
            "POST",
            "/nodes/{id}/superseded",
            with(CHANGE),
            WRITE,
            refusals(Action.SUPERSEDE),
            schedule::supersede),
        route(
            "POST",
            "/nodes/{id}/no-longer-needed",
            with(CHANGE),
            WRITE,
            refusals(Action.END_NEED),
            schedule::unneeded));
  }
}
