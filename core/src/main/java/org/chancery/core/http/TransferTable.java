package org.chancery.core.http;

import static org.chancery.core.access.Capability.TRANSFER_RECORDS;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import java.util.function.Function;
import org.chancery.core.audit.Action;

/** The lines of the route table for transfers. */
final class TransferTable {
  private final TransferRoutes transfers;

  TransferTable(TransferRoutes transfers) {
    this.transfers = transfers;
  }

  List<Route> routes() {
    return List.of(
        // Asked for again and again while a package is made.
        route(
            "GET",
            "/transfers/{transfer}",
            with(TRANSFER_RECORDS),
            READ,
            refusals(Action.VIEW),
            transfers::get),
        route(
            "GET",
            "/transfers/{transfer}/report",
            with(TRANSFER_RECORDS),
            READ,
            byRouter(Action.VIEW),
            transfers::report),
        station("package", Action.PACKAGE, transfers::pack),
        new Route(
            "POST",
            "/transfers/{transfer}/copies",
            with(TRANSFER_RECORDS),
            CREATE,
            refusals(Action.ADD_COPY),
            transfers::copies),
        station("sent", Action.TRANSFER, transfers::sent),
        station("receipt", Action.TRANSFER, transfers::receipt),
        station("custody", Action.TRANSFER, transfers::custody),
        station("rejected", Action.TRANSFER, transfers::rejected));
  }

  private static Route station(String name, Action action, Function<Exchange, Response> handler) {
    return route(
        "POST",
        "/transfers/{transfer}/" + name,
        with(TRANSFER_RECORDS),
        WRITE,
        refusals(action),
        handler);
  }
}
