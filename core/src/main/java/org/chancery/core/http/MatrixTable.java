package org.chancery.core.http;

import static org.chancery.core.access.Capability.REVIEW_ACCESS;
import static org.chancery.core.http.Lines.SIGNED_IN;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.NONE;

import java.util.List;
import org.chancery.core.audit.Action;

/** The routes that tell who may do what at all. */
final class MatrixTable {
  private final MatrixRoutes matrix;

  MatrixTable(MatrixRoutes matrix) {
    this.matrix = matrix;
  }

  List<Route> routes() {
    return List.of(
        route(
            "GET",
            "/capabilities",
            SIGNED_IN,
            NONE,
            refusals(Action.REQUEST),
            matrix::capabilities),
        route(
            "GET",
            "/permission-matrix",
            with(REVIEW_ACCESS),
            NONE,
            byRouter(Action.REQUEST),
            matrix::report));
  }
}
