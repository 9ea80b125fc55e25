package org.chancery.core.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.core.reach.Every;
import org.chancery.core.reach.OrderedReport;
import org.chancery.core.reach.OrderedReports;
import org.chancery.core.reach.Reports;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;

/** Reports that somebody has made every week, month or quarter (requirement S9). */
final class OrderedReportRoutes {
  private final OrderedReports ordered;

  OrderedReportRoutes(OrderedReports ordered) {
    this.ordered = ordered;
  }

  /** A sheet that was made; its bytes are those of the node. */
  record Sheet(NodeId id, String name) {
    static Sheet of(Node node) {
      return new Sheet(node.id(), node.name());
    }
  }

  /** The period of the latest one. */
  record Period(LocalDate from, LocalDate to) {
    static Period of(Reports.Scope scope) {
      return new Period(scope.from().orElseThrow(), scope.to().orElseThrow());
    }
  }

  /** An ordered report, as openapi.yaml says. */
  record Body(
      NodeId id,
      long revision,
      String report,
      String every,
      Optional<String> issue,
      Optional<String> state,
      Optional<String> region,
      Optional<String> component,
      LocalDate next,
      Optional<Period> latest,
      List<Sheet> sheets) {}

  private Body body(OrderedReport each) {
    OrderedReport.Wanted wanted = each.wanted();
    return new Body(
        each.id(),
        each.revision(),
        wanted.report(),
        wanted.every().code(),
        wanted.issue(),
        wanted.state(),
        wanted.region(),
        wanted.component(),
        each.next(),
        each.made().map(day -> Period.of(each.scope(day))),
        ordered.sheets(each.id()).stream().map(Sheet::of).toList());
  }

  /** All of the caller's. */
  record BodyList(List<Body> items) {}

  Response list(Exchange exchange) {
    return Response.json(
        200, new BodyList(ordered.all(exchange.caller()).stream().map(this::body).toList()));
  }

  /** Body of {@link #order} and {@link #change}. */
  record Wanted(
      String report,
      String every,
      Optional<String> issue,
      Optional<String> state,
      Optional<String> region,
      Optional<String> component) {
    OrderedReport.Wanted read() {
      return new OrderedReport.Wanted(
          report == null ? "" : report,
          Every.of(every),
          given(issue),
          given(state),
          given(region),
          given(component));
    }

    private static Optional<String> given(Optional<String> code) {
      return code.filter(text -> !text.isBlank());
    }
  }

  Response order(Exchange exchange) {
    OrderedReport made = ordered.order(exchange.actor(), exchange.json(Wanted.class).read());
    exchange.about(made.id());
    return Response.json(201, body(made)).withRevision(made.revision());
  }

  Response change(Exchange exchange) {
    long revision = exchange.ifMatch();
    OrderedReport changed =
        ordered.change(
            exchange.actor(), id(exchange), revision, exchange.json(Wanted.class).read());
    return Response.json(200, body(changed)).withRevision(changed.revision());
  }

  Response stop(Exchange exchange) {
    ordered.stop(exchange.actor(), id(exchange));
    return Response.empty(204);
  }

  private static NodeId id(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("order"));
    exchange.about(id);
    return id;
  }
}
