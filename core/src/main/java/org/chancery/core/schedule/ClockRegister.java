package org.chancery.core.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.NodeId;

/**
 * The clocks of all folders, as a host's database has them by what the daily work asks for: what is
 * due, what is under a series, what stands where. Everything joins the host's transaction in
 * progress. Holds ids, codes and days alone, no words of anything.
 */
public interface ClockRegister {

  /**
   * The clock of a folder.
   *
   * @param folder the unit of disposition
   * @param series code of the series that it is kept under; empty while none is applied
   * @param plan the revision of the series that it was computed with
   * @param activityAt when something was last done in it
   * @param activityKind what
   * @param activityOf what that was about; empty when not known
   * @param openFiles how many of its files are open
   * @param closedAt when the last of its files was closed
   * @param cutoffOn from which day the period counts; empty while none runs
   * @param eligibleOn on which day it is due; empty while no period runs
   * @param state where it stands
   * @param since since when it stands there
   */
  record Row(
      NodeId folder,
      Optional<String> series,
      long plan,
      Instant activityAt,
      ActivityKind activityKind,
      Optional<NodeId> activityOf,
      int openFiles,
      Optional<Instant> closedAt,
      Optional<LocalDate> cutoffOn,
      Optional<LocalDate> eligibleOn,
      ClockState state,
      Instant since) {

    /** The same with another latest activity. */
    Row since(Instant at, ActivityKind kind, Optional<NodeId> of) {
      return new Row(
          folder,
          series,
          plan,
          at,
          kind,
          of,
          openFiles,
          closedAt,
          cutoffOn,
          eligibleOn,
          state,
          since);
    }

    /** The same when the last of its files was closed at that time. */
    Row closed(Instant at) {
      return new Row(
          folder,
          series,
          plan,
          activityAt,
          activityKind,
          activityOf,
          openFiles,
          Optional.of(at),
          cutoffOn,
          eligibleOn,
          state,
          since);
    }

    /** The same in another state. */
    Row in(ClockState other, Instant from) {
      return new Row(
          folder,
          series,
          plan,
          activityAt,
          activityKind,
          activityOf,
          openFiles,
          closedAt,
          cutoffOn,
          eligibleOn,
          other,
          from);
    }
  }

  /**
   * Something that changed a clock, kept for whoever asks why it stands as it does.
   *
   * @param at when
   * @param kind an {@link ActivityKind}'s code, or {@code series}, {@code superseded}, {@code
   *     unneeded}, {@code clock} or {@code disposition}
   * @param of what it was about
   * @param effect what came of it: {@code started}, {@code restarted}, {@code stopped}, {@code
   *     recomputed}, {@code eligible}, or the state that a disposition gave it
   * @param eligibleOn when it was due from then on
   */
  record Event(
      Instant at,
      String kind,
      Optional<NodeId> of,
      String effect,
      Optional<LocalDate> eligibleOn) {}

  /** The clock of a folder; empty when it has none yet. */
  Optional<Row> find(NodeId folder);

  /** Writes a clock, the first time or over what was there. */
  void put(Row row);

  /** Forgets a folder that is gone, with its events. */
  void remove(NodeId folder);

  /** Keeps what changed a clock. */
  void keep(NodeId folder, Event event);

  /** What changed a clock, the latest first; at most {@code limit}. */
  List<Event> events(NodeId folder, int limit);

  /**
   * Those whose period is over: running, and due on the day or before. By day and folder; an
   * indexed read of as many rows as it returns.
   *
   * @param after the last row of the page before
   */
  List<Row> due(LocalDate day, Optional<Row> after, int limit);

  /**
   * Those that stand somewhere, by day due and folder; an indexed read of as many rows as it
   * returns.
   *
   * @param after the last row of the page before
   */
  List<Row> standing(ClockState state, Optional<Row> after, int limit);

  /**
   * Notes whether nothing more has to be decided about a folder before its disposition: its review
   * is done, or it needs none; not so, once its review was taken back. Forgotten with the folder's
   * clock.
   */
  void reviewed(NodeId folder, boolean done);

  /**
   * Those that are due, by day due and folder; an indexed read of as many rows as it returns.
   *
   * @param reviewed whether nothing more has to be decided about them
   * @param after the last row of the page before
   */
  List<Row> eligible(boolean reviewed, Optional<Row> after, int limit);

  /** How many of those that are due nobody has reviewed yet; an indexed count. */
  long countUnreviewed();

  /**
   * How many stand where, of those alone whose period is over or that a disposition has in hand; an
   * indexed count of no others.
   */
  Map<ClockState, Long> countWaiting();

  /**
   * Notes whether a hold is on a folder, or on something in it; nothing when it has no clock.
   * Forgotten with the folder's clock.
   */
  void held(NodeId folder, boolean held);

  /**
   * Those under a hold, by folder; an indexed read of as many rows as it returns.
   *
   * @param after the last one of the page before
   */
  List<Row> held(Optional<NodeId> after, int limit);

  /** How many those are; an indexed count of no others. */
  long countHeld();

  /** How many stand where, by series ({@code ""} for none); a count of all. */
  Map<String, Map<ClockState, Long>> counts();

  /**
   * Those of a series that were computed with an older revision of it; an indexed read. What is
   * computed anew is among them no more.
   */
  List<Row> outdated(String series, long plan, int limit);

  /** How many those are. */
  long countOutdated(String series, long plan);

  /** Notes which series is applied at a folder itself; none any more when empty. */
  void applied(NodeId folder, Optional<String> series);

  /** At how many folders a series is applied. */
  long countApplied(String series);
}
