package org.chancery.core.http;

import static org.chancery.core.access.Capability.BROWSE;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.READ;

import java.util.List;
import org.chancery.core.audit.Action;

/** The routes that tell who can see something and why. */
final class AccessTable {
  private final AccessRoutes access;

  AccessTable(AccessRoutes access) {
    this.access = access;
  }

  List<Route> routes() {
    return List.of(
        route(
            "GET",
            "/case-files/{id}/access",
            with(BROWSE),
            READ,
            byRouter(Action.VIEW),
            access::ofCaseFile));
  }
}
