package org.chancery.core.http;

import static org.chancery.core.access.Capability.MANAGE_ACCOUNTS;
import static org.chancery.core.http.Lines.SIGNED_IN;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.READ;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import org.chancery.core.audit.Action;
import org.chancery.core.http.Route.Access;
import org.chancery.core.http.Route.Audit;

/** The routes by which accounts are administered, where the host keeps them itself. */
final class AccountTable {
  private final AccountRoutes accounts;

  AccountTable(AccountRoutes accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    Access managing = with(MANAGE_ACCOUNTS);
    Audit refused = refusals(Action.ADMINISTER);
    Audit looked = byRouter(Action.ADMINISTER);
    return List.of(
        route("GET", "/accounts", managing, READ, looked, accounts::accounts),
        // Not CREATE: an answer that is kept would outlive the password's place in the request.
        new Route("POST", "/accounts", managing, WRITE, refused, accounts::create),
        route("PUT", "/accounts/{user}", managing, WRITE, refused, accounts::change),
        new Route("POST", "/accounts/{user}/password", managing, WRITE, refused, accounts::reset),
        new Route("POST", "/me/password", SIGNED_IN, WRITE, refused, accounts::own),
        route("GET", "/components", managing, READ, refused, accounts::components),
        route("POST", "/components", managing, CREATE, refused, accounts::addComponent));
  }
}
