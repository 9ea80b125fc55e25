package org.chancery.core.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.holds.Hold;
import org.chancery.core.holds.Holds;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Title;

/** Holds: placing and releasing them, and the report of those in force (requirement R5). */
final class HoldRoutes {
  private final Holds holds;
  private final Nodes nodes;
  private final Transactions transactions;
  private final Accounts accounts;

  HoldRoutes(Holds holds, Nodes nodes, Transactions transactions, Accounts accounts) {
    this.holds = holds;
    this.nodes = nodes;
    this.transactions = transactions;
    this.accounts = accounts;
  }

  /** A hold, as openapi.yaml says. */
  record Body(
      NodeId id,
      String kind,
      String reason,
      People.Who placedBy,
      Instant placedAt,
      Optional<String> query,
      int items,
      boolean inForce,
      Optional<People.Who> releasedBy,
      Optional<Instant> releasedAt,
      Optional<String> releaseReason) {
    static Body of(Hold hold, int items, People people) {
      return new Body(
          hold.id(),
          hold.kind(),
          hold.reason(),
          people.who(hold.placedBy()),
          hold.placedAt(),
          hold.query(),
          items,
          hold.inForce(),
          hold.releasedBy().map(people::who),
          hold.releasedAt(),
          hold.releaseReason());
    }
  }

  /** Holds. */
  record HoldList(List<Body> items) {}

  Response list(Exchange exchange) {
    String state = exchange.parameter("state").orElse("in-force");
    String format = exchange.parameter("format").orElse("json");
    if (!List.of("in-force", "all").contains(state)) {
      throw Exchange.badParameter("state", "must be in-force or all");
    }
    if (!List.of("json", "csv").contains(format)) {
      throw Exchange.badParameter("format", "must be json or csv");
    }
    People people = new People(accounts);
    List<Body> all =
        holds.all(state.equals("in-force")).stream()
            .map(hold -> Body.of(hold, holds.items(hold.id()).size(), people))
            .toList();
    return format.equals("csv") ? csv(all) : Response.json(200, new HoldList(all));
  }

  private static Response csv(List<Body> all) {
    List<String> lines = new ArrayList<>();
    lines.add(
        CsvReport.line(
            List.of(
                "Kind",
                "Reason",
                "Placed by",
                "Placed",
                "Search",
                "Items",
                "Released by",
                "Released",
                "Reason of the release")));
    for (Body each : all) {
      lines.add(
          CsvReport.line(
              List.of(
                  each.kind(),
                  each.reason(),
                  each.placedBy().label(),
                  each.placedAt().toString(),
                  each.query().orElse(""),
                  String.valueOf(each.items()),
                  each.releasedBy().map(People.Who::label).orElse(""),
                  each.releasedAt().map(Instant::toString).orElse(""),
                  each.releaseReason().orElse(""))));
    }
    return CsvReport.response("holds.csv", lines);
  }

  /** Body of {@link #place}. */
  record Place(String kind, String reason) {}

  Response place(Exchange exchange) {
    Place place = exchange.json(Place.class);
    Hold hold = holds.place(exchange.actor(), place.kind(), place.reason());
    exchange.about(hold.id());
    return Response.json(201, Body.of(hold, 0, new People(accounts)));
  }

  /** A hold with what it is on. */
  record Whole(Body hold, List<Item> items, int hidden) {}

  /** Something that it is on. */
  record Item(NodeId id, String type, String title) {}

  Response get(Exchange exchange) {
    return whole(exchange, id(exchange));
  }

  private Response whole(Exchange exchange, NodeId id) {
    Caller caller = exchange.caller();
    List<NodeId> all = holds.items(id).stream().map(Node::id).toList();
    List<Item> seen =
        nodes.findAll(caller, all).stream()
            .map(node -> new Item(node.id(), node.type().toString(), Title.of(node)))
            .toList();
    return Response.json(
        200,
        new Whole(
            Body.of(holds.get(id), all.size(), new People(accounts)),
            seen,
            all.size() - seen.size()));
  }

  /** Body of {@link #add}. */
  record Add(Optional<List<NodeId>> nodes, Optional<String> query) {}

  Response add(Exchange exchange) {
    Add add = exchange.json(Add.class);
    if (add.nodes().isPresent() == add.query().isPresent()) {
      throw new Invalid(Map.of("nodes", "give either nodes or a query"));
    }
    NodeId id = id(exchange);
    exchange.about(id);
    if (add.query().isPresent()) {
      holds.search(exchange.actor(), id, add.query().get());
    } else {
      transactions.write(() -> holds.add(exchange.actor(), id, add.nodes().get()));
    }
    return transactions.read(() -> whole(exchange, id));
  }

  /** Body of {@link #release}. */
  record Release(Optional<List<NodeId>> nodes, String reason) {}

  Response release(Exchange exchange) {
    Release release = exchange.json(Release.class);
    NodeId id = id(exchange);
    exchange.about(id);
    holds.release(exchange.actor(), id, release.nodes(), release.reason());
    return whole(exchange, id);
  }

  private static NodeId id(Exchange exchange) {
    return Exchange.idOf(exchange.segment("hold"));
  }
}
