package org.chancery.core.http;

import org.chancery.core.access.Actor;
import org.chancery.core.records.Declaration;

/** Declaring records by hand (requirement R9). */
final class RecordRoutes {
  private final Declaration declaration;
  private final NodeJson json;

  RecordRoutes(Declaration declaration, NodeJson json) {
    this.declaration = declaration;
    this.json = json;
  }

  Response declare(Exchange exchange) {
    Actor actor = exchange.actor();
    return json.response(
        200, actor.caller(), declaration.declare(actor, exchange.id(), exchange.revisionSeen()));
  }
}
