package org.chancery.core.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.holds.Hold;
import org.chancery.core.holds.Holds;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.schedule.ClockRegister.Row;
import org.chancery.core.schedule.ClockState;
import org.chancery.core.schedule.Clocks;
import org.chancery.core.schedule.FilePlan;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Title;

/**
 * What the records officer's desk has to show: what is due, awaits review or approval, is on its
 * way to the National Archives, is on hold, or needs looking at. Whoever reads here must be allowed
 * to know of dispositions; names of folders are told to those alone who may see them.
 */
public final class Queues {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int SCAN = 200;
  private static final int MOST_SCANNED = 4000;

  private final Nodes nodes;
  private final Clocks clocks;
  private final FilePlan plan;
  private final Holds holds;
  private final DispositionBook book;

  Queues(Nodes nodes, Clocks clocks, FilePlan plan, Holds holds, DispositionBook book) {
    this.nodes = nodes;
    this.clocks = clocks;
    this.plan = plan;
    this.holds = holds;
    this.book = book;
  }

  /** A queue. */
  public enum Queue {
    /** Its time is over, and nothing has been proposed yet. */
    DUE,
    /** Due, and nobody has decided whether it is permanent. */
    AWAITING_REVIEW,
    /** A disposition names it that waits for approval. */
    AWAITING_APPROVAL,
    /** Approved, or on its way to the National Archives. */
    IN_TRANSFER,
    /** Under a hold, or something in it is. */
    ON_HOLD,
    /** Something stands in the way that somebody has to look at. */
    EXCEPTIONS;

    /** As it is asked for. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The queue of that name. */
    public static Optional<Queue> named(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }

  /** How many folders are in which queue. */
  public record Counts(
      long due,
      long awaitingReview,
      long awaitingApproval,
      long inTransfer,
      long onHold,
      long exceptions) {}

  /**
   * A folder in a queue.
   *
   * @param name empty for who may not see it
   * @param row its clock
   * @param why it stands there, in plain words
   * @param files how many case files it has
   */
  public record Entry(
      NodeId folder,
      Optional<String> name,
      Optional<Series> series,
      Row row,
      String why,
      List<Hold> holds,
      Optional<Disposition> disposition,
      Optional<Review> review,
      int files) {}

  /** The counts. */
  public Counts counts() {
    Map<ClockState, Long> all = clocks.countWaiting();
    return new Counts(
        all.getOrDefault(ClockState.ELIGIBLE, 0L),
        clocks.countUnreviewed(),
        all.getOrDefault(ClockState.PROPOSED, 0L),
        all.getOrDefault(ClockState.IN_TRANSFER, 0L) + all.getOrDefault(ClockState.APPROVED, 0L),
        clocks.countHeld(),
        all.getOrDefault(ClockState.EXCEPTION, 0L));
  }

  /**
   * A page of a queue, what fell due first before the others.
   *
   * @param series code of the only one wanted
   * @param cursor from the page before
   * @throws IllegalArgumentException for a cursor that is none of ours
   */
  public Page<Entry> page(
      Caller caller, Queue queue, Optional<String> series, Optional<String> cursor, int limit) {
    List<ClockState> states = states(queue);
    Cursor at = cursor.map(Cursor::of).orElse(new Cursor(0, Optional.empty()));
    List<Row> found = new ArrayList<>();
    int scanned = 0;
    while (at.state() < states.size()) {
      List<Row> rows = read(queue, states.get(at.state()), at.after());
      for (Row row : rows) {
        scanned++;
        at = new Cursor(at.state(), Optional.of(row));
        if (series.isEmpty() || row.series().equals(series)) {
          found.add(row);
        }
        if (found.size() == limit) {
          return new Page<>(entries(caller, found), Optional.of(at.text()));
        }
      }
      if (rows.size() < SCAN) {
        at = new Cursor(at.state() + 1, Optional.empty());
      } else if (scanned >= MOST_SCANNED) {
        return new Page<>(entries(caller, found), Optional.of(at.text()));
      }
    }
    return new Page<>(entries(caller, found), Optional.empty());
  }

  private static List<ClockState> states(Queue queue) {
    return switch (queue) {
      case DUE, AWAITING_REVIEW -> List.of(ClockState.ELIGIBLE);
      case AWAITING_APPROVAL -> List.of(ClockState.PROPOSED);
      case IN_TRANSFER -> List.of(ClockState.IN_TRANSFER, ClockState.APPROVED);
      case EXCEPTIONS -> List.of(ClockState.EXCEPTION);
      // Whatever the state: there is one list of it.
      case ON_HOLD -> List.of(ClockState.ACTIVE);
    };
  }

  private List<Row> read(Queue queue, ClockState state, Optional<Row> after) {
    return switch (queue) {
      case AWAITING_REVIEW -> clocks.due(false, after, SCAN);
      case ON_HOLD -> clocks.held(after.map(Row::folder), SCAN);
      default -> clocks.standing(state, after, SCAN);
    };
  }

  /** Where a page ended: in which of the states, after which row. */
  private record Cursor(int state, Optional<Row> after) {
    static Cursor of(String text) {
      String[] parts = text.split("~", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("No cursor of ours: " + text);
      }
      try {
        Optional<LocalDate> day =
            parts[1].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(parts[1]));
        return new Cursor(Integer.parseInt(parts[0]), Optional.of(row(NodeId.of(parts[2]), day)));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("No cursor of ours: " + text, e);
      }
    }

    /** What the order of pages needs of a row. */
    private static Row row(NodeId folder, Optional<LocalDate> eligibleOn) {
      return new Row(
          folder,
          Optional.empty(),
          0,
          Instant.EPOCH,
          ActivityKind.OPENED,
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty(),
          eligibleOn,
          ClockState.ACTIVE,
          Instant.EPOCH);
    }

    String text() {
      Row row = after.orElseThrow();
      return state
          + "~"
          + row.eligibleOn().map(LocalDate::toString).orElse("")
          + "~"
          + row.folder();
    }
  }

  private List<Entry> entries(Caller caller, List<Row> rows) {
    List<NodeId> ids = rows.stream().map(Row::folder).toList();
    Map<NodeId, Node> all = new HashMap<>();
    nodes.findAll(SYSTEM, ids).forEach(node -> all.put(node.id(), node));
    Map<NodeId, String> names = new HashMap<>();
    nodes.findAll(caller, ids).forEach(node -> names.put(node.id(), Title.of(node)));
    Map<NodeId, Integer> files = new HashMap<>();
    nodes
        .childrenOfAll(SYSTEM, ids, Cor.CASE_FILE)
        .forEach(file -> files.merge(file.parent().orElseThrow(), 1, Integer::sum));
    Map<String, Optional<Series>> series = new HashMap<>();
    Map<NodeId, Optional<Disposition>> dispositions = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Row row : rows) {
      Node folder = all.get(row.folder());
      if (folder == null) {
        continue;
      }
      Optional<Disposition> disposition =
          Gate.in(folder)
              .flatMap(id -> dispositions.computeIfAbsent(id, book::find))
              .filter(each -> each.state().open());
      entries.add(
          new Entry(
              row.folder(),
              Optional.ofNullable(names.get(row.folder())),
              row.series().flatMap(code -> series.computeIfAbsent(code, plan::find)),
              row,
              folder.text(Rec.CLOCK_REASON).orElse(""),
              holdsOf(folder),
              disposition,
              Review.of(folder),
              files.getOrDefault(row.folder(), 0)));
    }
    return entries;
  }

  private List<Hold> holdsOf(Node folder) {
    List<Hold> found = new ArrayList<>(holds.of(folder.id()));
    if (folder.aspects().contains(Rec.HOLDS_HELD)) {
      holdsBelow(folder.id())
          .forEach(
              hold -> {
                if (found.stream().noneMatch(each -> each.id().equals(hold.id()))) {
                  found.add(hold);
                }
              });
    }
    return found;
  }

  private List<Hold> holdsBelow(NodeId folder) {
    List<Hold> found = new ArrayList<>();
    for (Node child : DispositionBook.children(nodes, folder)) {
      child.<String>list(Rec.HELD_BY).forEach(id -> found.add(holds.get(NodeId.of(id))));
      if (child.aspects().contains(Rec.HOLDS_HELD)) {
        found.addAll(holdsBelow(child.id()));
      }
    }
    return found;
  }
}
