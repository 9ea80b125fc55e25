package org.chancery.core.schedule;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The file plan as a table (requirement R1): what may stand in which column, and what not. */
public final class FilePlanCsv {
  /** The columns, in the order in which they are written; read in any. */
  public static final List<String> COLUMNS =
      List.of(
          "code",
          "title",
          "authority",
          "authority_status",
          "source_checked",
          "permanence",
          "cutoff_event",
          "cutoff_date",
          "period",
          "unit",
          "final_action",
          "why");

  /** The most series a plan may have. */
  public static final int MOST = 1000;

  private static final int SHORT = 255;
  private static final int LONG = 4000;
  private static final int LONGEST_PERIOD = 1000;

  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();

  private FilePlanCsv() {}

  /**
   * What is wrong.
   *
   * @param row the row, the heading being 1; 0 for the whole
   * @param column its name; empty for the whole row
   */
  public record Fault(int row, String column, String message) {
    @Override
    public String toString() {
      return (row == 0 ? "" : "row " + row + (column.isEmpty() ? "" : ", " + column) + ": ")
          + message;
    }
  }

  /**
   * What was read.
   *
   * @param series those of sound rows, in their order
   * @param faults every fault there is; nothing is to be done with the series while there is one
   */
  public record Read(List<Series> series, List<Fault> faults) {

    /** Copies the lists. */
    public Read {
      series = List.copyOf(series);
      faults = List.copyOf(faults);
    }
  }

  /** Reads a table; whatever is wrong is among the faults, nothing is thrown. */
  public static Read read(String text) {
    return new FilePlanCsv().of(text);
  }

  private Read of(String text) {
    List<List<String>> rows = Csv.rows(text);
    if (rows.isEmpty()) {
      return new Read(List.of(), List.of(new Fault(0, "", "There is no heading.")));
    }
    List<String> heading = rows.get(0).stream().map(String::strip).toList();
    requireHeading(heading);
    List<Series> found = new ArrayList<>();
    if (faults.isEmpty()) {
      for (int i = 1; i < rows.size(); i++) {
        if (rows.get(i).stream().anyMatch(cell -> !cell.isBlank())) {
          series(i + 1, heading, rows.get(i)).ifPresent(found::add);
        }
      }
      if (found.isEmpty() && faults.isEmpty()) {
        faults.add(new Fault(0, "", "There is no series in it."));
      }
      if (codes.size() > MOST) {
        faults.add(new Fault(0, "", "There are more than " + MOST + " series."));
      }
    }
    return new Read(found, faults);
  }

  private void requireHeading(List<String> heading) {
    for (String column : COLUMNS) {
      int times = (int) heading.stream().filter(column::equals).count();
      if (times != 1) {
        faults.add(new Fault(1, column, times == 0 ? "the column is missing" : "is there twice"));
      }
    }
    heading.stream()
        .filter(column -> !COLUMNS.contains(column))
        .forEach(column -> faults.add(new Fault(1, column, "there is no such column")));
  }

  /** The cells of one row, which tell of their faults. */
  private final class Cells {
    private final int row;
    private final Map<String, String> values;

    Cells(int row, Map<String, String> values) {
      this.row = row;
      this.values = values;
    }

    void fault(String column, String message) {
      faults.add(new Fault(row, column, message));
    }

    String text(String column, int longest, boolean needed) {
      String value = values.get(column);
      if (value.isEmpty() && needed) {
        fault(column, "is missing");
      } else if (value.length() > longest) {
        fault(column, "must have at most " + longest + " characters");
      } else if (!value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0) {
        fault(column, "must not begin like a formula: = + - @");
      }
      return value;
    }

    <T extends Enum<T> & Series.Coded> Optional<T> coded(String column, Class<T> type) {
      Optional<T> found = Series.Coded.find(type, values.get(column));
      if (found.isEmpty()) {
        fault(
            column,
            "must be one of "
                + Arrays.stream(type.getEnumConstants())
                    .map(Series.Coded::code)
                    .collect(Collectors.joining(", ")));
      }
      return found;
    }

    Optional<LocalDate> date(String column) {
      String value = values.get(column);
      try {
        return value.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value));
      } catch (DateTimeParseException e) {
        fault(column, "must be a day such as 2026-01-31");
        return Optional.empty();
      }
    }

    int period() {
      String value = values.get("period");
      boolean sound = value.matches("[0-9]{1,4}") && Integer.parseInt(value) <= LONGEST_PERIOD;
      if (!sound) {
        fault("period", "must be a whole number from 0 to " + LONGEST_PERIOD);
      }
      return sound ? Integer.parseInt(value) : 0;
    }
  }

  private Optional<Series> series(int row, List<String> heading, List<String> cells) {
    if (cells.size() != heading.size()) {
      faults.add(
          new Fault(row, "", "has " + cells.size() + " cells; the heading has " + heading.size()));
      return Optional.empty();
    }
    int before = faults.size();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < heading.size(); i++) {
      values.put(heading.get(i), cells.get(i).strip());
    }
    Cells of = new Cells(row, values);
    String code = of.text("code", SHORT, true);
    if (!code.isEmpty() && !code.matches("[A-Z0-9][A-Z0-9.-]{0,39}")) {
      of.fault("code", "must be capital letters, digits, periods and dashes, at most 40");
    } else if (!code.isEmpty() && !codes.add(code)) {
      of.fault("code", "'" + code + "' is there twice");
    }
    String title = of.text("title", SHORT, true);
    String authority = of.text("authority", SHORT, true);
    Optional<Series.Standing> standing = of.coded("authority_status", Series.Standing.class);
    Optional<LocalDate> checked = of.date("source_checked");
    Optional<Series.Permanence> permanence = of.coded("permanence", Series.Permanence.class);
    Optional<Series.CutoffEvent> cutoff = of.coded("cutoff_event", Series.CutoffEvent.class);
    Optional<LocalDate> cutoffDate = of.date("cutoff_date");
    int period = of.period();
    Optional<Series.Unit> unit = of.coded("unit", Series.Unit.class);
    Optional<Series.FinalAction> action = of.coded("final_action", Series.FinalAction.class);
    String why = of.text("why", LONG, false);
    boolean fixed = cutoff.filter(Series.CutoffEvent.DATE::equals).isPresent();
    if (cutoff.isPresent() && fixed == values.get("cutoff_date").isEmpty()) {
      of.fault("cutoff_date", fixed ? "is missing" : "is for the cutoff event 'date' alone");
    }
    if (permanence.isPresent() && action.isPresent()) {
      boolean permanent = permanence.get() == Series.Permanence.PERMANENT;
      if (permanent != (action.get() == Series.FinalAction.TRANSFER)) {
        of.fault(
            "final_action",
            permanent
                ? "permanent records are transferred, never destroyed"
                : "temporary records are destroyed, not transferred");
      }
    }
    if (faults.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Series(
            code,
            title,
            authority,
            standing.orElseThrow(),
            checked,
            permanence.orElseThrow(),
            cutoff.orElseThrow(),
            cutoffDate,
            period,
            unit.orElseThrow(),
            action.orElseThrow(),
            why));
  }

  /** The same table again. */
  public static String write(List<Series> plan) {
    StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
    for (Series each : plan) {
      text.append(
          Csv.line(
              List.of(
                  each.code(),
                  each.title(),
                  each.authority(),
                  each.standing().code(),
                  each.sourceChecked().map(LocalDate::toString).orElse(""),
                  each.permanence().code(),
                  each.cutoff().code(),
                  each.cutoffDate().map(LocalDate::toString).orElse(""),
                  String.valueOf(each.period()),
                  each.unit().code(),
                  each.action().code(),
                  each.why())));
    }
    return text.toString();
  }
}
