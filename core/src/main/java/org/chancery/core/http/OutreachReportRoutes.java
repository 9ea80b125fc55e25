package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Authorities;
import org.chancery.core.reach.Coverage;
import org.chancery.core.reach.Reports;
import org.chancery.core.repository.Caller;
import org.chancery.core.vocabulary.Stk;
import org.chancery.core.vocabulary.Title;

/** Reports of outreach, as tables and as sheets (requirement S9). */
final class OutreachReportRoutes {
  private final Reports reports;
  private final StakeholderJson json;

  OutreachReportRoutes(Reports reports, StakeholderJson json) {
    this.reports = reports;
    this.json = json;
  }

  /** A report, as openapi.yaml says. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Body(
      String report, String title, List<Column> columns, List<Row> rows, Optional<String> remark) {}

  /** A column. */
  record Column(String title, boolean figure) {}

  /** A row: what leads to its stakeholder or search, and its cells. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Row(Optional<Link> link, List<String> cells) {}

  /** Where a row leads: a stakeholder, or what comes after the question mark of a search. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Link(Optional<String> kind, Optional<String> id, Optional<String> search) {}

  Response get(Exchange exchange) {
    String format = exchange.parameter("format").orElse("json");
    if (!List.of("json", "csv").contains(format)) {
      throw Exchange.badParameter("format", "must be json or csv");
    }
    Reports.Scope scope = scope(exchange);
    String name = exchange.segment("report");
    boolean sheet = format.equals("csv");
    if (sheet && name.equals("spoken")) {
      requireExport(exchange);
    }
    Body body = SearchRoutes.answered(() -> made(exchange.caller(), name, scope));
    return sheet
        ? CsvReport.response(name + ".csv", lines(body))
        : Response.json(200, body).with("Cache-Control", "no-store");
  }

  private Body made(Caller caller, String name, Reports.Scope scope) {
    return switch (name) {
      case "spoken" -> spoken(caller, scope);
      case "per-region" -> perRegion(caller, scope);
      case "per-component" -> perComponent(caller, scope);
      default ->
          throw Refusal.of(404, "not-found", "Not found", "There is no report of that name.");
    };
  }

  private static List<String> lines(Body body) {
    List<String> lines = new ArrayList<>();
    lines.add(CsvReport.line(body.columns().stream().map(Column::title).toList()));
    body.rows().forEach(row -> lines.add(CsvReport.line(row.cells())));
    return lines;
  }

  /** A report of figures as the bytes of a sheet, within what somebody may see. */
  byte[] sheet(Caller caller, String name, Reports.Scope scope) {
    return CsvReport.bytes(lines(made(caller, name, scope)));
  }

  /** Names of stakeholders leave in sheets for administrators alone (requirement P10). */
  private static void requireExport(Exchange exchange) {
    if (!exchange.caller().authorities().contains(Authorities.ADMINISTRATORS)) {
      throw Refusal.of(
          403,
          "forbidden",
          "Not allowed",
          "Sheets with names of stakeholders are for administrators. Look at the report here, or"
              + " print it.");
    }
  }

  private static Reports.Scope scope(Exchange exchange) {
    Optional<LocalDate> from = exchange.day("from");
    Optional<LocalDate> to = exchange.day("to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw Exchange.badParameter("to", "must not be before 'from'");
    }
    return new Reports.Scope(
        exchange.parameter("issue"),
        exchange.parameter("state"),
        exchange.parameter("region"),
        exchange.parameter("component"),
        from,
        to);
  }

  private Body spoken(Caller caller, Reports.Scope scope) {
    Reports.SpokenTo found = reports.spoken(caller, scope);
    StakeholderJson.Of labels = json.ofOneAnswer();
    List<Row> rows =
        found.spoken().stream()
            .map(
                each ->
                    new Row(
                        Optional.of(
                            new Link(
                                Optional.of(
                                    each.stakeholder().type().equals(Stk.PERSON)
                                        ? "person"
                                        : "organization"),
                                Optional.of(each.stakeholder().id().value()),
                                Optional.empty())),
                        List.of(
                            Title.of(each.stakeholder()),
                            String.join("; ", each.stakeholder().<String>list(Stk.ORGANIZATIONS)),
                            String.join(
                                    ", ",
                                    each.stakeholder().text(Stk.CITY).orElse(""),
                                    each.stakeholder().text(Stk.STATE).orElse(""))
                                .replaceAll("^, |, $", ""),
                            String.join(
                                "; ",
                                each.components().stream()
                                    .map(code -> labels.component(code).label())
                                    .toList()),
                            String.valueOf(each.times()),
                            each.last().toString())))
            .toList();
    return new Body(
        "spoken",
        "Stakeholders spoken to",
        List.of(
            new Column("Name", false),
            new Column("Organization", false),
            new Column("Place", false),
            new Column("Components", false),
            new Column("Interactions", true),
            new Column("Latest", false)),
        rows,
        found.looked() < found.interactions()
            ? Optional.of(
                "Only the latest %,d of %,d interactions were looked at. Choose a shorter period, a region or an issue to have all."
                    .formatted(found.looked(), found.interactions()))
            : Optional.empty());
  }

  private Body perRegion(Caller caller, Reports.Scope scope) {
    Coverage.Counted found = reports.perRegion(caller, scope);
    List<Row> rows = new ArrayList<>();
    for (int region = 1; region <= 10; region++) {
      String key = String.valueOf(region);
      String search =
          "region="
              + key
              + scope.issue().map(code -> "&issue=" + code).orElse("")
              + scope.component().map(code -> "&component=" + code).orElse("");
      rows.add(row("Region " + key, Optional.of(search), found.at(key)));
    }
    rows.add(row("No region known", Optional.empty(), found.at("")));
    return new Body(
        "per-region",
        "Stakeholders per FEMA region",
        List.of(
            new Column("FEMA region", false),
            new Column("People", true),
            new Column("Organizations", true),
            new Column("Interactions in the period", true),
            new Column("Events in the period", true)),
        rows,
        Optional.empty());
  }

  private static Row row(String label, Optional<String> search, Coverage.Figures figures) {
    return new Row(
        search.map(each -> new Link(Optional.empty(), Optional.empty(), Optional.of(each))),
        List.of(
            label,
            String.valueOf(figures.people()),
            String.valueOf(figures.organizations()),
            String.valueOf(figures.interactions()),
            String.valueOf(figures.events())));
  }

  private Body perComponent(Caller caller, Reports.Scope scope) {
    Reports.OverTime found = reports.perComponent(caller, scope);
    StakeholderJson.Of labels = json.ofOneAnswer();
    List<Column> columns = new ArrayList<>(List.of(new Column("Component", false)));
    found.months().forEach(month -> columns.add(new Column(month, true)));
    columns.add(new Column("All", true));
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, List<Long>> each : found.byComponent().entrySet()) {
      List<String> cells = new ArrayList<>();
      cells.add(each.getKey().isEmpty() ? "No component" : labels.component(each.getKey()).label());
      each.getValue().forEach(count -> cells.add(String.valueOf(count)));
      cells.add(String.valueOf(each.getValue().stream().mapToLong(Long::longValue).sum()));
      rows.add(new Row(Optional.empty(), cells));
    }
    return new Body(
        "per-component", "Outreach per component over time", columns, rows, Optional.empty());
  }
}
