package org.chancery.core.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.holds.Hold;
import org.chancery.core.holds.Holds;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.schedule.FilePlan;
import org.chancery.core.schedule.FilePlanCsv;
import org.chancery.core.schedule.Retention;
import org.chancery.core.schedule.Schedule;
import org.chancery.core.schedule.Series;

/** The file plan, series applied at folders, and why what is kept (requirements R1, R3, R10). */
final class ScheduleRoutes {
  private final Schedule schedule;
  private final Holds holds;
  private final Accounts accounts;
  private final NodeJson json;

  ScheduleRoutes(Schedule schedule, Holds holds, Accounts accounts, NodeJson json) {
    this.schedule = schedule;
    this.holds = holds;
    this.accounts = accounts;
    this.json = json;
  }

  /** A series, as openapi.yaml says. */
  record SeriesBody(
      String code,
      String title,
      String authority,
      String authorityStatus,
      Optional<LocalDate> sourceChecked,
      String permanence,
      String cutoffEvent,
      Optional<LocalDate> cutoffDate,
      int period,
      String unit,
      String finalAction,
      String why) {
    static SeriesBody of(Series series) {
      return new SeriesBody(
          series.code(),
          series.title(),
          series.authority(),
          series.standing().code(),
          series.sourceChecked(),
          series.permanence().code(),
          series.cutoff().code(),
          series.cutoffDate(),
          series.period(),
          series.unit().code(),
          series.action().code(),
          series.why());
    }
  }

  /** A line of the plan. */
  record Entry(SeriesBody series, long folders, long applied, long outdated) {}

  /** The plan. */
  record Plan(List<Entry> items) {}

  Response plan(Exchange exchange) {
    String format = exchange.parameter("format").orElse("json");
    Optional<String> version = exchange.parameter("version");
    if (format.equals("csv")) {
      FilePlan plan = schedule.plan();
      return csv("file-plan.csv", version.map(plan::csv).orElseGet(plan::csv));
    }
    if (!format.equals("json")) {
      throw Exchange.badParameter("format", "must be json or csv");
    }
    if (version.isPresent()) {
      throw Exchange.badParameter("version", "is for the format csv alone");
    }
    return Response.json(
        200,
        new Plan(
            schedule.plan().entries().stream()
                .map(
                    each ->
                        new Entry(
                            SeriesBody.of(each.series()),
                            each.folders(),
                            each.applied(),
                            each.outdated()))
                .toList()));
  }

  private static Response csv(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Response(
            200,
            Map.of("Content-Type", "text/csv;charset=UTF-8"),
            new Response.Stream(new ByteArrayInputStream(bytes), bytes.length))
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .with("Cache-Control", "no-store");
  }

  /** Body of {@link #change}. */
  record PlanChange(String csv, Optional<String> reason, Optional<Boolean> check) {}

  /** What came of it, or would. */
  record Outcome(
      boolean applied,
      List<FilePlanCsv.Fault> faults,
      List<Difference> added,
      List<Difference> changed,
      List<Difference> removed) {
    static Outcome of(FilePlan.Outcome outcome, boolean applied) {
      return new Outcome(
          applied,
          outcome.faults(),
          outcome.added().stream().map(Difference::of).toList(),
          outcome.changed().stream().map(Difference::of).toList(),
          outcome.removed().stream().map(Difference::of).toList());
    }
  }

  /** What is different about a series. */
  record Difference(SeriesBody series, long folders, List<Column> columns) {
    static Difference of(FilePlan.Difference each) {
      return new Difference(
          SeriesBody.of(each.series()),
          each.folders(),
          each.columns().stream()
              .map(column -> new Column(column.get(0), column.get(1), column.get(2)))
              .toList());
    }
  }

  /** A column that is different. */
  record Column(String name, String from, String to) {}

  Response change(Exchange exchange) {
    PlanChange change = exchange.json(PlanChange.class);
    if (change.csv() == null) {
      throw new Invalid(Map.of("csv", "is missing"));
    }
    if (change.check().orElse(false)) {
      return Response.json(200, Outcome.of(schedule.plan().check(change.csv()), false));
    }
    FilePlan.Outcome outcome =
        schedule.plan().change(exchange.actor(), change.csv(), change.reason().orElse(""));
    return Response.json(200, Outcome.of(outcome, true));
  }

  /** Every version. */
  record VersionList(List<Version> items) {}

  /** One version. */
  record Version(String label, Instant at, People.Who by, String reason) {}

  Response versions(Exchange exchange) {
    People people = new People(accounts);
    return Response.json(
        200,
        new VersionList(
            schedule.plan().versions().stream()
                .map(
                    each ->
                        new Version(each.label(), each.at(), people.who(each.by()), each.reason()))
                .toList()));
  }

  /** Body of {@link #apply}. */
  record Apply(Optional<String> series, String reason) {}

  Response apply(Exchange exchange) {
    Apply apply = exchange.json(Apply.class);
    return json.response(
        200,
        exchange.caller(),
        schedule.apply(exchange.actor(), exchange.id(), apply.series(), apply.reason()));
  }

  /** Body of {@link #supersede}. */
  record Supersede(Optional<NodeId> by, String reason) {}

  Response supersede(Exchange exchange) {
    Supersede body = exchange.json(Supersede.class);
    return json.response(
        200,
        exchange.caller(),
        schedule.supersede(exchange.actor(), exchange.id(), body.by(), body.reason()));
  }

  /** Body of {@link #unneeded}. */
  record Unneeded(String reason) {}

  Response unneeded(Exchange exchange) {
    return json.response(
        200,
        exchange.caller(),
        schedule.noLongerNeeded(
            exchange.actor(), exchange.id(), exchange.json(Unneeded.class).reason()));
  }

  /** Why something is kept. */
  record RetentionBody(
      Optional<SeriesBody> series,
      Optional<AppliedAt> appliedAt,
      Optional<UnitBody> unit,
      String why,
      String until,
      String then,
      String state,
      String standing,
      Optional<String> others,
      Optional<LocalDate> cutoffOn,
      Optional<LocalDate> eligibleOn,
      Optional<Instant> activityAt,
      Optional<String> activityKind,
      boolean awaitsReview,
      List<Event> clock,
      List<HoldBody> holds) {}

  /** Where its series is applied. */
  record AppliedAt(NodeId id, String name, People.Who by, Instant at, String reason) {}

  /** What it is disposed of with. */
  record UnitBody(NodeId id, String name) {}

  /** What changed its clock. */
  record Event(
      Instant at,
      String kind,
      Optional<NodeId> of,
      String effect,
      Optional<LocalDate> eligibleOn) {}

  /** A hold on it, or above it. */
  record HoldBody(NodeId id, String kind, People.Who placedBy, Instant placedAt) {
    static HoldBody of(Hold hold, People people) {
      return new HoldBody(hold.id(), hold.kind(), people.who(hold.placedBy()), hold.placedAt());
    }
  }

  Response retention(Exchange exchange) {
    People people = new People(accounts);
    Retention.Answer answer = schedule.retention().of(exchange.caller(), exchange.id());
    Optional<ClockRegister.Row> row = answer.row();
    return Response.json(
            200,
            new RetentionBody(
                answer.series().map(SeriesBody::of),
                answer
                    .applied()
                    .map(
                        at ->
                            new AppliedAt(
                                at.id(), at.name(), people.who(at.by()), at.at(), at.reason())),
                answer.unit().map(unit -> new UnitBody(unit.id(), unit.name())),
                answer.why(),
                answer.until(),
                answer.then(),
                row.map(each -> each.state().code()).orElse("none"),
                answer.standing(),
                answer.others(),
                row.flatMap(ClockRegister.Row::cutoffOn),
                row.flatMap(ClockRegister.Row::eligibleOn),
                row.map(ClockRegister.Row::activityAt),
                row.map(each -> each.activityKind().code()),
                answer.awaitsReview(),
                answer.events().stream()
                    .map(
                        each ->
                            new Event(
                                each.at(),
                                each.kind(),
                                each.of(),
                                each.effect(),
                                each.eligibleOn()))
                    .toList(),
                holds.of(exchange.id()).stream().map(hold -> HoldBody.of(hold, people)).toList()))
        .with("Cache-Control", "no-store");
  }
}
