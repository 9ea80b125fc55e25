package org.chancery.core.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.records.Declaration;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.records.Relations;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Title;

/** Declaring records by hand (requirement R9), and what corrects or supersedes them (R4). */
final class RecordRoutes {
  private final Declaration declaration;
  private final Nodes nodes;
  private final Relations relations;
  private final NodeJson json;

  RecordRoutes(Declaration declaration, Nodes nodes, NodeJson json) {
    this.declaration = declaration;
    this.nodes = nodes;
    this.relations = new Relations(nodes);
    this.json = json;
  }

  /** A node that another is related to. */
  record Related(
      NodeId id,
      String name,
      String title,
      Optional<String> reason,
      String createdBy,
      Instant createdAt,
      Optional<String> recordId) {
    static Related of(Node node, Optional<String> reason) {
      return new Related(
          node.id(),
          node.name(),
          Title.of(node),
          reason,
          node.createdBy(),
          node.createdAt(),
          DeclaredRecord.of(node).map(DeclaredRecord::recordId));
    }
  }

  /** An answer to {@link #related}. */
  record Relationships(
      Optional<Related> corrects,
      List<Related> correctedBy,
      Optional<Related> supersededBy,
      List<Related> supersedes) {}

  Response declare(Exchange exchange) {
    Actor actor = exchange.actor();
    return json.response(
        200, actor.caller(), declaration.declare(actor, exchange.id(), exchange.revisionSeen()));
  }

  Response related(Exchange exchange) {
    Node node = nodes.get(exchange.caller(), exchange.id());
    Relations.Of of = relations.of(exchange.caller(), node);
    return Response.json(
        200,
        new Relationships(
            of.corrects().map(each -> Related.of(each, node.text(Rec.CORRECTION_REASON))),
            of.correctedBy().stream()
                .map(each -> Related.of(each, each.text(Rec.CORRECTION_REASON)))
                .toList(),
            of.supersededBy().map(each -> Related.of(each, node.text(Rec.SUPERSEDED_REASON))),
            of.supersedes().stream()
                .map(each -> Related.of(each, each.text(Rec.SUPERSEDED_REASON)))
                .toList()));
  }
}
