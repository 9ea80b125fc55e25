package org.chancery.core.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.core.holds.Hold;
import org.chancery.core.holds.Holds;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.schedule.ClockRegister.Row;
import org.chancery.core.schedule.ClockState;
import org.chancery.core.schedule.Clocks;
import org.chancery.core.schedule.FilePlan;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Title;

/**
 * The reports that records officers have to give: counts, what is due, holds, destructions and
 * transfers. Whoever reads them must be allowed to know of dispositions.
 */
public final class Reports {
  private static final int PAGE = 500;
  private static final int MOST = 10_000;

  private final Nodes nodes;
  private final Clocks clocks;
  private final FilePlan plan;
  private final Holds holds;
  private final DispositionBook book;
  private final Stubs stubs;

  Reports(
      Nodes nodes, Clocks clocks, FilePlan plan, Holds holds, DispositionBook book, Stubs stubs) {
    this.nodes = nodes;
    this.clocks = clocks;
    this.plan = plan;
    this.holds = holds;
    this.book = book;
    this.stubs = stubs;
  }

  /** A report. */
  public enum Name {
    /** How many folders of each series stand where, and what was disposed of. */
    VOLUME,
    /** What is due, or falls due, by day. */
    DUE,
    /** The holds in force. */
    HOLDS,
    /** What was destroyed. */
    DESTRUCTIONS,
    /** Dispositions that transfer. */
    TRANSFERS;

    /** The report of that name. */
    public static Optional<Name> of(String code) {
      return Arrays.stream(values())
          .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(code))
          .findFirst();
    }
  }

  /** A column. */
  public record Column(String name, String title) {}

  /**
   * A report.
   *
   * @param rows values by name of column; texts and numbers
   */
  public record Report(List<Column> columns, List<Map<String, Object>> rows) {}

  /**
   * Makes a report.
   *
   * @param caller to whom alone the names of folders are told that they may see
   * @param from the first day; empty for no such bound
   * @param to the last day; empty for no such bound
   */
  public Report make(Caller caller, Name name, Optional<LocalDate> from, Optional<LocalDate> to) {
    Span span = new Span(from, to);
    return switch (name) {
      case VOLUME -> volume(span);
      case DUE -> due(caller, span);
      case HOLDS -> holds(span);
      case DESTRUCTIONS -> destructions(span);
      case TRANSFERS -> transfers(span);
    };
  }

  private record Span(Optional<LocalDate> from, Optional<LocalDate> to) {
    boolean has(LocalDate day) {
      return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
    }

    boolean has(Instant at) {
      return has(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
  }

  private static Column column(String name, String title) {
    return new Column(name, title);
  }

  private String title(String code) {
    return plan.find(code).map(Series::title).orElse("");
  }

  private Report volume(Span span) {
    List<Map<String, Object>> rows = new ArrayList<>();
    new TreeMap<>(clocks.counts())
        .forEach(
            (code, states) ->
                states.forEach(
                    (state, many) -> rows.add(volume(code, state.code(), many, 0L, 0L))));
    Map<String, long[]> gone = new TreeMap<>();
    for (Stub stub : stubs(span)) {
      long[] sums = gone.computeIfAbsent(stub.series(), unused -> new long[3]);
      sums[0]++;
      sums[1] += stub.documents();
      sums[2] += stub.bytes();
    }
    gone.forEach((code, sums) -> rows.add(volume(code, "disposed", sums[0], sums[1], sums[2])));
    return new Report(
        List.of(
            column("series", "Series"),
            column("title", "Title"),
            column("state", "State"),
            column("folders", "Folders"),
            column("documents", "Documents disposed of"),
            column("bytes", "Bytes disposed of")),
        rows);
  }

  private Map<String, Object> volume(
      String code, String state, long folders, long documents, long bytes) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("series", code);
    row.put("title", title(code));
    row.put("state", state);
    row.put("folders", folders);
    row.put("documents", documents);
    row.put("bytes", bytes);
    return row;
  }

  private List<Stub> stubs(Span span) {
    // In one pass: each page would be looked for from the beginning of its year.
    return stubs.list(stub -> span.has(stub.disposedAt()), Optional.empty(), MOST).items();
  }

  private Report due(Caller caller, Span span) {
    List<Row> found = new ArrayList<>();
    List<Row> page;
    Optional<Row> after = Optional.empty();
    do {
      page = clocks.standing(ClockState.ELIGIBLE, after, PAGE);
      page.stream()
          .filter(row -> row.eligibleOn().filter(span::has).isPresent())
          .forEach(found::add);
      after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
    } while (page.size() == PAGE && found.size() < MOST);
    LocalDate last = span.to().orElse(clocks.today());
    after = Optional.empty();
    do {
      page = clocks.comingDue(last, after, PAGE);
      page.stream()
          .filter(row -> row.eligibleOn().filter(span::has).isPresent())
          .forEach(found::add);
      after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
    } while (page.size() == PAGE && found.size() < MOST);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < found.size(); i += PAGE) {
      rows.addAll(due(caller, found.subList(i, Math.min(found.size(), i + PAGE))));
    }
    return new Report(
        List.of(
            column("due", "Due"),
            column("state", "State"),
            column("series", "Series"),
            column("title", "Title of the series"),
            column("folder", "Folder"),
            column("name", "Name")),
        rows);
  }

  private List<Map<String, Object>> due(Caller caller, List<Row> page) {
    Map<NodeId, String> names = new LinkedHashMap<>();
    for (Node node : nodes.findAll(caller, page.stream().map(Row::folder).toList())) {
      names.put(node.id(), Title.of(node));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Row row : page) {
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put("due", row.eligibleOn().map(LocalDate::toString).orElse(""));
      cells.put("state", row.state().code());
      cells.put("series", row.series().orElse(""));
      cells.put("title", row.series().map(this::title).orElse(""));
      cells.put("folder", row.folder().value());
      cells.put("name", names.getOrDefault(row.folder(), ""));
      rows.add(cells);
    }
    return rows;
  }

  private Report holds(Span span) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Hold hold : holds.all(true)) {
      if (span.has(hold.placedAt())) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", hold.kind());
        row.put("reason", hold.reason());
        row.put("placedBy", hold.placedBy());
        row.put("placed", hold.placedAt().toString());
        row.put("query", hold.query().orElse(""));
        row.put("items", (long) holds.items(hold.id()).size());
        rows.add(row);
      }
    }
    return new Report(
        List.of(
            column("kind", "Kind"),
            column("reason", "Reason"),
            column("placedBy", "Placed by"),
            column("placed", "Placed"),
            column("query", "Search"),
            column("items", "Items")),
        rows);
  }

  private Report destructions(Span span) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Stub stub : stubs(span)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("number", stub.name());
      row.put("disposed", stub.disposedAt().toString());
      row.put("action", stub.action().code());
      row.put("series", stub.series());
      row.put("authority", stub.authority());
      row.put("from", stub.from().map(LocalDate::toString).orElse(""));
      row.put("to", stub.to().map(LocalDate::toString).orElse(""));
      row.put("documents", (long) stub.documents());
      row.put("bytes", stub.bytes());
      row.put("approvals", String.join(", ", stub.approvals()));
      row.put("accession", stub.accession().orElse(""));
      rows.add(row);
    }
    return new Report(
        List.of(
            column("number", "Number"),
            column("disposed", "Disposed of"),
            column("action", "Action"),
            column("series", "Series"),
            column("authority", "Authority"),
            column("from", "From"),
            column("to", "To"),
            column("documents", "Documents"),
            column("bytes", "Bytes"),
            column("approvals", "Approved by"),
            column("accession", "Accession")),
        rows);
  }

  private Report transfers(Span span) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Page<Disposition> page =
        book.list(
            each -> each.action() == Series.FinalAction.TRANSFER && span.has(each.proposedAt()),
            Optional.empty(),
            MOST);
    for (Disposition each : page.items()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("number", each.number());
      row.put("proposed", each.proposedAt().toString());
      row.put("state", each.state().code());
      row.put("station", each.transfer().orElse(""));
      row.put("series", each.series());
      row.put("folders", (long) (each.counts().items() - each.counts().withdrawn()));
      row.put("documents", (long) each.counts().documents());
      row.put("bytes", each.counts().bytes());
      row.put("accession", each.accession().orElse(""));
      row.put("ended", each.endedAt().map(Instant::toString).orElse(""));
      rows.add(row);
    }
    return new Report(
        List.of(
            column("number", "Number"),
            column("proposed", "Proposed"),
            column("state", "State"),
            column("station", "Station"),
            column("series", "Series"),
            column("folders", "Folders"),
            column("documents", "Documents"),
            column("bytes", "Bytes"),
            column("accession", "Accession"),
            column("ended", "Ended")),
        rows);
  }
}
