package org.chancery.core.http;

import static org.chancery.core.access.Capability.BROWSE;
import static org.chancery.core.access.Capability.RECEIVE;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.READ;

import java.util.List;
import org.chancery.core.audit.Action;

/** The lines of the route table for what comes in otherwise than as a scan or a file. */
final class ChannelTable {
  private final ChannelRoutes channels;

  ChannelTable(ChannelRoutes channels) {
    this.channels = channels;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "POST",
            "/intake/phone-calls",
            with(RECEIVE),
            CREATE,
            refusals(Action.RECEIVE),
            channels::phoneCall),
        new Route(
            "POST",
            "/intake/pasted",
            with(RECEIVE),
            CREATE,
            refusals(Action.RECEIVE),
            channels::pasted),
        route(
            "GET", "/nodes/{id}/mail", with(BROWSE), READ, byRouter(Action.VIEW), channels::mail));
  }
}
