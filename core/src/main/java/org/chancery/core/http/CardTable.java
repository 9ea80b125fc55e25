package org.chancery.core.http;

import static org.chancery.core.access.Capability.KEEP_STAKEHOLDERS;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import org.chancery.core.audit.Action;

/** The lines of the route table for business cards. */
final class CardTable {
  private final CardRoutes cards;

  CardTable(CardRoutes cards) {
    this.cards = cards;
  }

  List<Route> routes() {
    Route.Access keeps = with(KEEP_STAKEHOLDERS);
    String one = "/business-cards/{card}";
    return List.of(
        new Route(
            "POST", "/business-cards", keeps, CREATE, refusals(Action.CREATE), cards::receive),
        route("GET", "/business-cards", keeps, READ, refusals(Action.VIEW), cards::list),
        // It shows private numbers: each time it is seen has its row.
        route("GET", one, keeps, READ, byRouter(Action.VIEW), cards::get),
        route("DELETE", one, keeps, WRITE, refusals(Action.DELETE), cards::discard));
  }
}
