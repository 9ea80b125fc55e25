package org.chancery.core.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Capability;
import org.chancery.core.disposition.Disposition;
import org.chancery.core.disposition.Queues;
import org.chancery.core.disposition.RecordsDesk;
import org.chancery.core.disposition.Reports;
import org.chancery.core.disposition.Reviews;
import org.chancery.core.disposition.Stub;
import org.chancery.core.holds.Hold;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.schedule.Series;

/** The records officer's desk: queues, the review of case folders, stubs, reports (R2, R6). */
final class RecordsDeskRoutes {
  private static final List<Capability> SHOWN =
      List.of(
          Capability.KEEP_FILE_PLAN,
          Capability.APPLY_SERIES,
          Capability.REVIEW_RECORDS,
          Capability.PLACE_HOLDS,
          Capability.PROPOSE_DISPOSITION,
          Capability.APPROVE_DISPOSITION,
          Capability.TRANSFER_RECORDS);

  private final RecordsDesk desk;
  private final Accounts accounts;

  RecordsDeskRoutes(RecordsDesk desk, Accounts accounts) {
    this.desk = desk;
    this.accounts = accounts;
  }

  /** The desk, as openapi.yaml says. */
  record Desk(
      Queues.Counts counts, Optional<RecordsDesk.LastRun> lastRun, List<Capability> allowed) {}

  Response desk(Exchange exchange) {
    Set<Capability> has = exchange.account().capabilities();
    return Response.json(
            200,
            new Desk(
                desk.queues().counts(),
                desk.lastRun(),
                SHOWN.stream().filter(has::contains).toList()))
        .with("Cache-Control", "no-store");
  }

  /** Something with a name. */
  record Named(NodeId id, Optional<String> name) {}

  /** A series, shortly. */
  record SeriesBody(String code, String title, String permanence) {
    static SeriesBody of(Series series) {
      return new SeriesBody(series.code(), series.title(), series.permanence().code());
    }
  }

  /** A hold, shortly. */
  record HoldBody(NodeId id, String kind, String reason) {
    static HoldBody of(Hold hold) {
      return new HoldBody(hold.id(), hold.kind(), hold.reason());
    }
  }

  /** A disposition, shortly. */
  record Brief(NodeId id, String number, String action) {
    static Brief of(Disposition disposition) {
      return new Brief(disposition.id(), disposition.number(), disposition.action().name());
    }
  }

  /** What was decided. */
  record ReviewBody(String decision, People.Who by, Instant at, String reason) {}

  /** A folder in a queue. */
  record Item(
      Named folder,
      Optional<SeriesBody> series,
      String state,
      Instant since,
      Instant activityAt,
      String activityKind,
      Optional<LocalDate> cutoffOn,
      Optional<LocalDate> eligibleOn,
      String why,
      List<HoldBody> holds,
      Optional<Brief> disposition,
      Optional<ReviewBody> review,
      int files) {
    static Item of(Queues.Entry entry, People people) {
      ClockRegister.Row row = entry.row();
      return new Item(
          new Named(entry.folder(), entry.name()),
          entry.series().map(SeriesBody::of),
          row.state().code(),
          row.since(),
          row.activityAt(),
          row.activityKind().code(),
          row.cutoffOn(),
          row.eligibleOn(),
          entry.why(),
          entry.holds().stream().map(HoldBody::of).toList(),
          entry.disposition().map(Brief::of),
          entry
              .review()
              .map(
                  each ->
                      new ReviewBody(
                          each.decision(), people.who(each.by()), each.at(), each.reason())),
          entry.files());
    }
  }

  /** A page of a queue. */
  record ItemList(List<Item> items, Optional<String> cursor) {}

  Response queue(Exchange exchange) {
    Queues.Queue queue =
        Queues.Queue.named(exchange.segment("queue"))
            .orElseThrow(() -> new NotFound(exchange.segment("queue")));
    int limit = exchange.limit(50, 200);
    Page<Queues.Entry> page =
        exchange.page(
            () ->
                desk.queues()
                    .page(
                        exchange.caller(),
                        queue,
                        exchange.parameter("series"),
                        exchange.parameter("cursor"),
                        limit));
    People people = new People(accounts);
    return Response.json(
            200,
            new ItemList(
                page.items().stream().map(each -> Item.of(each, people)).toList(), page.cursor()))
        .with("Cache-Control", "no-store");
  }

  /** Body of {@link #review}. */
  record Decision(List<NodeId> folders, String decision, Optional<String> series, String reason) {}

  Response review(Exchange exchange) {
    Decision decision = exchange.json(Decision.class);
    Reviews.Outcome outcome =
        desk.reviews()
            .decide(
                exchange.actor(),
                decision.folders(),
                decision.decision(),
                decision.series(),
                decision.reason());
    return Response.json(200, outcome);
  }

  /** Body of {@link #takeReviewBack}. */
  record TakenBack(List<NodeId> folders, String reason) {}

  Response takeReviewBack(Exchange exchange) {
    TakenBack taken = exchange.json(TakenBack.class);
    return Response.json(
        200, desk.reviews().takeBack(exchange.actor(), taken.folders(), taken.reason()));
  }

  /** What the daily work came to. */
  record RunBody(int looked, int due, int failed, int proposed) {}

  Response run(Exchange exchange) {
    RecordsDesk.Run run = desk.run();
    return Response.json(
        200,
        new RunBody(
            run.clock().looked(), run.clock().eligible(), run.clock().failed(), run.proposed()));
  }

  /** A stub, as openapi.yaml says. */
  record StubBody(
      NodeId id,
      String name,
      String of,
      List<String> numbers,
      String series,
      String authority,
      String action,
      Instant disposedAt,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      int files,
      int documents,
      long bytes,
      List<People.Who> approvals,
      Optional<Brief> disposition,
      Optional<String> accession) {}

  private StubBody body(Stub stub, People people) {
    return new StubBody(
        stub.id(),
        stub.name(),
        stub.of(),
        stub.numbers(),
        stub.series(),
        stub.authority(),
        stub.action().name(),
        stub.disposedAt(),
        stub.from(),
        stub.to(),
        stub.files(),
        stub.documents(),
        stub.bytes(),
        stub.approvals().stream().map(people::who).toList(),
        desk.book().find(stub.disposition()).map(Brief::of),
        stub.accession());
  }

  /** Stubs. */
  record StubList(List<StubBody> items, Optional<String> cursor) {}

  Response stubs(Exchange exchange) {
    int limit = exchange.limit(50, 200);
    Page<Stub> page =
        exchange.page(
            () -> desk.stubs().list(exchange.parameter("q"), exchange.parameter("cursor"), limit));
    People people = new People(accounts);
    return Response.json(
        200,
        new StubList(
            page.items().stream().map(each -> body(each, people)).toList(), page.cursor()));
  }

  /** A stub with the hashes of all that it had. */
  record WholeStub(StubBody stub, List<String> hashes) {}

  Response stub(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("stub"));
    exchange.about(id);
    Stub stub = desk.stubs().get(id);
    return Response.json(200, new WholeStub(body(stub, new People(accounts)), stub.hashes()));
  }

  Response report(Exchange exchange) {
    String name = exchange.segment("report");
    Reports.Name wanted = Reports.Name.of(name).orElseThrow(() -> new NotFound(name));
    String format = exchange.parameter("format").orElse("json");
    if (!List.of("json", "csv").contains(format)) {
      throw Exchange.badParameter("format", "must be json or csv");
    }
    Reports.Report report =
        desk.reports().make(exchange.caller(), wanted, exchange.day("from"), exchange.day("to"));
    if (format.equals("json")) {
      return Response.json(200, report).with("Cache-Control", "no-store");
    }
    List<String> lines = new ArrayList<>();
    lines.add(CsvReport.line(report.columns().stream().map(Reports.Column::title).toList()));
    for (Map<String, Object> row : report.rows()) {
      lines.add(
          CsvReport.line(
              report.columns().stream()
                  .flatMap(column -> Stream.of(String.valueOf(row.get(column.name()))))
                  .toList()));
    }
    return CsvReport.response(name + ".csv", lines);
  }
}
