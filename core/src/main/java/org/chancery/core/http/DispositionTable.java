package org.chancery.core.http;

import static org.chancery.core.access.Capability.APPROVE_DISPOSITION;
import static org.chancery.core.access.Capability.KEEP_FILE_PLAN;
import static org.chancery.core.access.Capability.PROPOSE_DISPOSITION;
import static org.chancery.core.access.Capability.REVIEW_RECORDS;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.NONE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import java.util.function.Function;
import org.chancery.core.audit.Action;

/** The lines of the route table for the records officer's desk and for dispositions. */
final class DispositionTable {
  private final DispositionRoutes dispositions;
  private final RecordsDeskRoutes desk;

  DispositionTable(DispositionRoutes dispositions, RecordsDeskRoutes desk) {
    this.dispositions = dispositions;
    this.desk = desk;
  }

  private static Route look(String template, Function<Exchange, Response> handler) {
    return route("GET", template, with(REVIEW_RECORDS), READ, refusals(Action.VIEW), handler);
  }

  List<Route> routes() {
    return List.of(
        look("/records/desk", desk::desk),
        look("/records/queues/{queue}", desk::queue),
        route(
            "POST",
            "/records/run-clock",
            with(KEEP_FILE_PLAN),
            NONE,
            byRouter(Action.RUN_CLOCK),
            desk::run),
        route(
            "GET",
            "/records/reports/{report}",
            with(REVIEW_RECORDS),
            READ,
            byRouter(Action.VIEW),
            desk::report),
        route(
            "POST",
            "/reviews",
            with(REVIEW_RECORDS),
            WRITE,
            refusals(Action.REVIEW_RECORDS),
            desk::review),
        route(
            "POST",
            "/reviews/take-back",
            with(REVIEW_RECORDS),
            WRITE,
            refusals(Action.REVIEW_RECORDS),
            desk::takeReviewBack),
        look("/dispositions", dispositions::list),
        new Route(
            "POST",
            "/dispositions",
            with(PROPOSE_DISPOSITION),
            CREATE,
            refusals(Action.PROPOSE_DISPOSITION),
            Handler.of(dispositions::propose)),
        look("/dispositions/{disposition}", dispositions::get),
        look("/dispositions/{disposition}/items", dispositions::items),
        route(
            "POST",
            "/dispositions/{disposition}/approve",
            with(APPROVE_DISPOSITION),
            WRITE,
            refusals(Action.APPROVE_DISPOSITION),
            dispositions::approve),
        route(
            "POST",
            "/dispositions/{disposition}/reject",
            with(APPROVE_DISPOSITION),
            WRITE,
            refusals(Action.REJECT_DISPOSITION),
            dispositions::reject),
        route(
            "GET",
            "/dispositions/{disposition}/certificate",
            with(REVIEW_RECORDS),
            READ,
            byRouter(Action.VIEW),
            dispositions::certificate),
        look("/stubs", desk::stubs),
        look("/stubs/{stub}", desk::stub));
  }
}
