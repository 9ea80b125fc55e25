package org.chancery.core.http;

import static org.chancery.core.access.Capability.KEEP_STAKEHOLDERS;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import org.chancery.core.audit.Action;

/** The lines of the route table for imports. */
final class ImportTable {
  private final ImportRoutes imports;

  ImportTable(ImportRoutes imports) {
    this.imports = imports;
  }

  List<Route> routes() {
    Route.Access keeps = with(KEEP_STAKEHOLDERS);
    Route.Audit viewed = refusals(Action.VIEW);
    Route.Audit runs = refusals(Action.IMPORT_RUN);
    return List.of(
        new Route("POST", "/imports", keeps, CREATE, refusals(Action.IMPORT_ADD), imports::post),
        // Asked for again and again while something is under way.
        route("GET", "/imports", keeps, READ, viewed, imports::all),
        route("GET", "/imports/{import}", keeps, READ, viewed, imports::get),
        route("PUT", "/imports/{import}/mapping", keeps, WRITE, runs, imports::map),
        route("POST", "/imports/{import}/reading", keeps, WRITE, runs, imports::readAgain),
        route("GET", "/imports/{import}/rows", keeps, READ, viewed, imports::rows),
        route("PUT", "/imports/{import}/rows/{row}", keeps, WRITE, runs, imports::decide),
        route("POST", "/imports/{import}/decisions", keeps, WRITE, runs, imports::decideAll),
        route("POST", "/imports/{import}/run", keeps, WRITE, runs, imports::run),
        route(
            "POST",
            "/imports/{import}/cancel",
            keeps,
            WRITE,
            refusals(Action.IMPORT_CANCEL),
            imports::cancel),
        route(
            "POST",
            "/imports/{import}/undo",
            keeps,
            WRITE,
            refusals(Action.IMPORT_UNDO),
            imports::undo));
  }
}
