package org.chancery.core.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.metrics.Figure.Question;
import org.chancery.core.search.Tally;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** THE list of metrics: what each counts (requirement C13). */
public enum Metric {
  /** Case files received and closed in the period. */
  VOLUME("volume", "Volume", "Case files received and closed in the period.", false) {
    @Override
    List<Figure> figures(Scope scope, LocalDate today) {
      List<Tally.Condition> received = scope.within(Tally.DAY);
      return List.of(
          Figure.count("received", "Received", question(received, Tally.DAY)).drawnToo(),
          Figure.count("closed", "Closed", question(closed(scope), CLOSED)).drawnToo(),
          Figure.count(
              "open",
              "Received and still open",
              question(both(received, List.of(STILL_OPEN)), Tally.DAY)));
    }
  },

  /** Days from receipt to close, of the files closed in the period. */
  TIME_TO_CLOSE(
      "time-to-close",
      "Time to close",
      "Calendar days from receipt to close, of the case files closed in the period.",
      false) {
    @Override
    List<Figure> figures(Scope scope, LocalDate today) {
      Question question =
          new Question(
              closed(scope),
              CLOSED,
              Optional.of(new Tally.Days(Tally.DAY, Optional.of(CLOSED), today)));
      return List.of(
          Figure.count("closed", "Closed", question),
          Figure.days("median", "Median days", question, Tally.Figures::median).drawnToo(),
          Figure.days("mean", "Mean days", question, Tally.Figures::mean).drawnToo(),
          Figure.days("ninetieth", "Nine of ten within", question, Tally.Figures::ninetieth));
    }
  },

  /** How many files were closed by their suspense, of those closed in the period. */
  ON_TIME(
      "on-time",
      "On time",
      "Of the case files closed in the period, those closed by their suspense.",
      false) {
    @Override
    List<Figure> figures(Scope scope, LocalDate today) {
      List<Tally.Condition> closed = closed(scope);
      Question onTime = question(both(closed, List.of(timeliness("onTime"))), CLOSED);
      Question late = question(both(closed, List.of(timeliness("late"))), CLOSED);
      Question either = question(both(closed, List.of(timeliness("onTime", "late"))), CLOSED);
      Question without = question(both(closed, List.of(new Tally.Lacks(DUE))), CLOSED);
      return List.of(
          Figure.count("closed", "Closed", question(closed, CLOSED)),
          Figure.count("onTime", "On time", onTime),
          Figure.count("late", "Late", late),
          Figure.count("without", "Without a suspense", without),
          Figure.share("rate", "On-time rate", onTime, either).drawnToo());
    }
  },

  /** Files that are not closed, as of today. */
  PENDING(
      "pending",
      "Pending workload",
      "Case files that are not closed, as of today; the period is that of their receipt.",
      false) {
    @Override
    List<Figure> figures(Scope scope, LocalDate today) {
      List<Tally.Condition> open = both(scope.within(Tally.DAY), List.of(STILL_OPEN));
      Question all =
          new Question(
              open, Tally.DAY, Optional.of(new Tally.Days(Tally.DAY, Optional.empty(), today)));
      return List.of(
          Figure.count("pending", "Pending", all).drawnToo(),
          Figure.count("overdue", "Overdue", question(before(open, DUE, today), Tally.DAY))
              .drawnToo(),
          Figure.count("soon", "Due within 7 days", question(soon(open, DUE, today), Tally.DAY)),
          Figure.count(
              "without",
              "Without a suspense",
              question(both(open, List.of(new Tally.Lacks(DUE))), Tally.DAY)),
          Figure.days("age", "Median age, days", all, Tally.Figures::median));
    }
  },

  /** What each workgroup and person has to do and has done. */
  WORKGROUPS(
      "workgroups",
      "Workgroup statistics",
      "Taskings open now, and those completed in the period, by whom they are assigned to.",
      true,
      Dimension.ASSIGNEE) {
    @Override
    List<Figure> figures(Scope scope, LocalDate today) {
      List<Tally.Condition> open = List.of(TASK_OPEN);
      List<Tally.Condition> done = both(scope.within(COMPLETED), List.of(TASK_DONE));
      Question completed =
          new Question(
              done,
              COMPLETED,
              Optional.of(new Tally.Days(ASSIGNED, Optional.of(COMPLETED), today)));
      Question onTime = question(both(done, List.of(timeliness("onTime"))), COMPLETED);
      Question either = question(both(done, List.of(timeliness("onTime", "late"))), COMPLETED);
      return List.of(
          Figure.count("open", "Open", question(open, ASSIGNED)).drawnToo(),
          Figure.count("overdue", "Overdue", question(before(open, TASK_DUE, today), ASSIGNED))
              .drawnToo(),
          Figure.count("done", "Completed", completed).drawnToo(),
          Figure.share("rate", "On-time rate", onTime, either),
          Figure.days("median", "Median days", completed, Tally.Figures::median),
          Figure.days("ninetieth", "Nine of ten within", completed, Tally.Figures::ninetieth));
    }
  },

  /** Where the suspenses of open taskings stand, as of today. */
  SUSPENSES(
      "suspenses",
      "Status of suspenses",
      "Open taskings by when they are due, as of today; the period is that of the suspense.",
      true,
      Dimension.COMPONENT,
      Dimension.ASSIGNEE,
      Dimension.PERIOD,
      Dimension.ISSUE,
      Dimension.SOURCE) {
    @Override
    List<Figure> figures(Scope scope, LocalDate today) {
      List<Tally.Condition> open = both(scope.within(TASK_DUE), List.of(TASK_OPEN));
      return List.of(
          Figure.count("open", "Open", question(open, TASK_DUE)),
          Figure.count("overdue", "Overdue", question(before(open, TASK_DUE, today), TASK_DUE))
              .drawnToo(),
          Figure.count("soon", "Due within 7 days", question(soon(open, TASK_DUE, today), TASK_DUE))
              .drawnToo(),
          Figure.count(
                  "later",
                  "Later",
                  question(
                      both(
                          open,
                          List.of(
                              new Tally.Between(
                                  TASK_DUE,
                                  Optional.of(today.plusDays(SOON + 1)),
                                  Optional.empty()))),
                      TASK_DUE))
              .drawnToo(),
          Figure.count(
              "without",
              "Without a suspense",
              question(both(open, List.of(new Tally.Lacks(TASK_DUE))), TASK_DUE)));
    }
  };

  private static final int SOON = 7;
  private static final String CLOSED = Cor.DATE_CLOSED.toString();
  private static final String DUE = Cor.DUE_DATE.toString();

  /** When a tasking is due. */
  static final String TASK_DUE = "cor:taskDue";

  private static final String ASSIGNED = "cor:assignedAt";
  private static final String COMPLETED = "cor:completedAt";
  private static final QName TASKING = QName.of("cor:tasking");
  private static final Tally.Condition STILL_OPEN = new Tally.NoneOf("status", Set.of("closed"));
  private static final Tally.Condition IS_CLOSED = new Tally.AnyOf("status", Set.of("closed"));
  private static final Tally.Condition TASK_OPEN =
      new Tally.AnyOf("taskState", Set.of("open", "claimed"));
  private static final Tally.Condition TASK_DONE = new Tally.AnyOf("taskState", Set.of("done"));

  private final String key;
  private final String title;
  private final String description;
  private final boolean ofTaskings;
  private final List<Dimension> dimensions;

  Metric(
      String key, String title, String description, boolean ofTaskings, Dimension... dimensions) {
    this.key = key;
    this.title = title;
    this.description = description;
    this.ofTaskings = ofTaskings;
    this.dimensions =
        dimensions.length > 0
            ? List.of(dimensions)
            : List.of(Dimension.PERIOD, Dimension.COMPONENT, Dimension.ISSUE, Dimension.SOURCE);
  }

  abstract List<Figure> figures(Scope scope, LocalDate today);

  /** The metric of that key. */
  public static Optional<Metric> named(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
  }

  /** As requests name it. */
  public String key() {
    return key;
  }

  /** What people read. */
  public String title() {
    return title;
  }

  /** What it counts, in one sentence. */
  public String description() {
    return description;
  }

  /** What its rows can be made of; the first unless another is asked for. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** What is counted, within the scope. */
  Tally base(Scope scope, boolean aboveWanted) {
    if (!ofTaskings) {
      Tally files = Tally.of(Cor.CASE_FILE);
      for (Tally.Condition condition : scope.ofFile()) {
        files = files.with(condition);
      }
      return files;
    }
    Tally taskings = Tally.of(TASKING);
    return aboveWanted || !scope.ofFile().isEmpty()
        ? taskings.below(new Tally.Above(Cor.CASE_FILE, scope.ofFile()))
        : taskings;
  }

  /** Whether it counts taskings, not case files. */
  public boolean ofTaskings() {
    return ofTaskings;
  }

  private static Question question(List<Tally.Condition> conditions, String period) {
    return new Question(conditions, period, Optional.empty());
  }

  private static List<Tally.Condition> closed(Scope scope) {
    return both(scope.within(CLOSED), List.of(IS_CLOSED));
  }

  private static Tally.Condition timeliness(String... values) {
    return new Tally.AnyOf("timeliness", Set.of(values));
  }

  private static List<Tally.Condition> before(
      List<Tally.Condition> conditions, String date, LocalDate today) {
    return both(
        conditions,
        List.of(new Tally.Between(date, Optional.empty(), Optional.of(today.minusDays(1)))));
  }

  private static List<Tally.Condition> soon(
      List<Tally.Condition> conditions, String date, LocalDate today) {
    return both(
        conditions,
        List.of(new Tally.Between(date, Optional.of(today), Optional.of(today.plusDays(SOON)))));
  }

  private static List<Tally.Condition> both(
      List<Tally.Condition> some, List<Tally.Condition> others) {
    List<Tally.Condition> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }
}
