package org.chancery.core.http;

import static org.chancery.core.access.Capability.SEE_METRICS;
import static org.chancery.core.http.Lines.byRouter;
import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.NONE;

import java.util.List;
import org.chancery.core.audit.Action;

/** The routes that tell the office's figures. */
final class MetricsTable {
  private final MetricsRoutes metrics;

  MetricsTable(MetricsRoutes metrics) {
    this.metrics = metrics;
  }

  List<Route> routes() {
    return List.of(
        route(
            "GET",
            "/metrics",
            with(SEE_METRICS),
            NONE,
            refusals(Action.READ_METRICS),
            metrics::list),
        route(
            "GET",
            "/metrics/{name}",
            with(SEE_METRICS),
            NONE,
            byRouter(Action.READ_METRICS),
            metrics::get),
        route(
            "GET",
            "/metrics/{name}/taskings",
            with(SEE_METRICS),
            NONE,
            byRouter(Action.READ_METRICS),
            metrics::taskings));
  }
}
