package org.chancery.core.http;

import static org.chancery.core.http.Lines.refusals;
import static org.chancery.core.http.Lines.route;
import static org.chancery.core.http.Lines.with;
import static org.chancery.core.http.Route.Scope.WRITE;

import java.util.List;
import org.chancery.core.access.Capability;
import org.chancery.core.audit.Action;
import org.chancery.core.correspondence.Merging;
import org.chancery.core.repository.NodeId;

/** Merges case folders, and takes that back. */
final class MergeRoutes {
  private final Merging merging;
  private final NodeJson json;

  MergeRoutes(Merging merging, NodeJson json) {
    this.merging = merging;
    this.json = json;
  }

  /** Into which folder and why, as openapi.yaml says. */
  record Body(NodeId into, String reason) {}

  List<Route> routes() {
    return List.of(
        route(
            "POST",
            "/case-folders/{id}/merge",
            with(Capability.KEEP_CASES),
            WRITE,
            refusals(Action.MERGE),
            this::merge),
        route(
            "POST",
            "/merges/{id}/undo",
            with(Capability.KEEP_CASES),
            WRITE,
            refusals(Action.MERGE),
            this::undo));
  }

  private Response merge(Exchange exchange) {
    Body body = exchange.json(Body.class);
    return json.response(
        200,
        exchange.caller(),
        merging.merge(exchange.actor(), exchange.id(), body.into(), body.reason()));
  }

  private Response undo(Exchange exchange) {
    return json.response(200, exchange.caller(), merging.undo(exchange.actor(), exchange.id()));
  }
}
