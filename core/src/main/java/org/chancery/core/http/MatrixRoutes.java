package org.chancery.core.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.core.access.Capability;
import org.chancery.core.access.PermissionMatrix;
import org.chancery.core.access.Role;
import org.chancery.core.http.Route.Affirmed;
import org.chancery.core.http.Route.Open;

/** Who may do what at all: the permission matrix, and which route asks for which of its lines. */
final class MatrixRoutes {
  private static final PermissionMatrix MATRIX = PermissionMatrix.shipped();

  private final Supplier<List<Route>> table;

  /** Of a route table that may not be there yet. */
  MatrixRoutes(Supplier<List<Route>> table) {
    this.table = table;
  }

  /** The matrix, as openapi.yaml says. */
  record Body(List<RoleBody> roles, List<CapabilityBody> capabilities) {
    static Body shipped() {
      return new Body(
          Stream.of(Role.values()).map(role -> new RoleBody(role, role.label())).toList(),
          MATRIX.lines().stream()
              .map(line -> new CapabilityBody(line.capability(), line.description(), line.roles()))
              .toList());
    }
  }

  /** A column. */
  record RoleBody(Role name, String label) {}

  /** A line. */
  record CapabilityBody(Capability name, String description, List<Role> roles) {}

  /** The report. */
  record Report(List<RoleBody> roles, List<CapabilityBody> capabilities, List<RouteBody> routes) {}

  /**
   * A route and what it asks for.
   *
   * @param access open, signed-in, affirmed or capability
   * @param capability which, where access is {@code capability}
   */
  record RouteBody(String method, String path, String access, Optional<Capability> capability) {
    static RouteBody of(Route route) {
      Optional<Capability> capability =
          route.access() instanceof Affirmed affirmed ? affirmed.capability() : Optional.empty();
      return new RouteBody(route.method(), route.template(), word(route), capability);
    }

    private static String word(Route route) {
      if (route.access() instanceof Open) {
        return "open";
      }
      if (!(route.access() instanceof Affirmed affirmed)) {
        return "signed-in";
      }
      return affirmed.capability().isPresent() ? "capability" : "affirmed";
    }
  }

  Response capabilities(Exchange exchange) {
    return Response.json(200, Body.shipped());
  }

  Response report(Exchange exchange) {
    String format = exchange.parameter("format").orElse("json");
    if (format.equals("csv")) {
      return csv();
    }
    if (!format.equals("json")) {
      throw Exchange.badParameter("format", "must be json or csv");
    }
    Body body = Body.shipped();
    return Response.json(
        200,
        new Report(
            body.roles(), body.capabilities(), table.get().stream().map(RouteBody::of).toList()));
  }

  private static Response csv() {
    List<String> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("Capability", "What it lets its holder do"));
    Stream.of(Role.values()).forEach(role -> head.add(role.label()));
    lines.add(CsvReport.line(head));
    for (PermissionMatrix.Line line : MATRIX.lines()) {
      List<String> cells = new ArrayList<>(List.of(line.capability().name(), line.description()));
      Stream.of(Role.values()).forEach(role -> cells.add(line.roles().contains(role) ? "x" : ""));
      lines.add(CsvReport.line(cells));
    }
    return CsvReport.response("permission-matrix.csv", lines);
  }
}
