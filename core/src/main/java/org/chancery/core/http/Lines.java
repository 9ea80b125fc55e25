package org.chancery.core.http;

import static org.chancery.core.access.Capability.RUN_INTAKE;
import static org.chancery.core.http.Route.Scope.CREATE;
import static org.chancery.core.http.Route.Scope.NONE;

import java.util.Optional;
import java.util.function.Function;
import org.chancery.core.access.Capability;
import org.chancery.core.audit.Action;
import org.chancery.core.http.Route.Access;
import org.chancery.core.http.Route.Affirmed;
import org.chancery.core.http.Route.Audit;
import org.chancery.core.http.Route.Open;
import org.chancery.core.http.Route.SignedIn;

/** The words that lines of the route table are written in. */
final class Lines {
  static final Access OPEN = new Open();
  static final Access SIGNED_IN = new SignedIn();

  private Lines() {}

  static Route route(
      String method,
      String template,
      Access access,
      Route.Scope scope,
      Audit audit,
      Function<Exchange, Response> handler) {
    return new Route(method, template, access, scope, audit, Handler.of(handler));
  }

  /** A route of the reading programs; their work has transactions of its own. */
  static Route reading(String method, String below, Handler handler) {
    return new Route(
        method, "/reading/" + below, with(RUN_INTAKE), NONE, refusals(Action.READ_PAPER), handler);
  }

  /** A creating route that chooses names itself. */
  static Route naming(
      String method,
      String template,
      Access access,
      Audit audit,
      Function<Exchange, Response> handler) {
    return new Route(method, template, access, CREATE, audit, Handler.naming(handler));
  }

  static Access with(Capability capability) {
    return with(Optional.of(capability));
  }

  static Access with(Optional<Capability> capability) {
    return new Affirmed(capability);
  }

  static Audit byRouter(Action action) {
    return new Audit(action, true);
  }

  /** The domain records what was done, or it is no more than a listing. */
  static Audit refusals(Action action) {
    return new Audit(action, false);
  }
}
