package org.chancery.core.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * Keeps the clocks of folders (requirement R3): told of each activity, it says from then on when
 * what falls due. Each change is one of the folder's node, which shows it, and one row of the
 * {@link ClockRegister}, by which what is due is found.
 */
public final class Clocks implements Activity {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final String CLOSED = "closed";
  private static final Set<QName> HELD = Set.of(Rec.HELD, Rec.HOLDS_HELD);

  private final Nodes nodes;
  private final ClockRegister register;
  private final SeriesNodes plan;
  private final Units units;
  private final Period period;
  private final AuditTrail audit;
  private final Clock clock;

  Clocks(
      Nodes nodes,
      ClockRegister register,
      SeriesNodes plan,
      Units units,
      ZoneId office,
      AuditTrail audit,
      Clock clock) {
    this.nodes = nodes;
    this.register = register;
    this.plan = plan;
    this.units = units;
    this.period = new Period(office);
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A folder whose period is over.
   *
   * @param folder the unit of disposition
   * @param series that it is kept under
   * @param cutoffOn from which day its period counted
   * @param eligibleOn on which it was over
   * @param activityAt when something was last done in it
   * @param activityKind what
   * @param why the same in plain words
   */
  public record Eligible(
      NodeId folder,
      Series series,
      LocalDate cutoffOn,
      LocalDate eligibleOn,
      Instant activityAt,
      ActivityKind activityKind,
      String why) {}

  /** What is done, when. */
  private record Done(String kind, Instant at, Optional<NodeId> of) {}

  /** What a clock was made of. */
  private record Made(
      Optional<SeriesNodes.Kept> series,
      Period.Facts facts,
      Optional<Period.Days> days,
      ClockRegister.Row row) {

    Optional<Series> of() {
      return series.map(SeriesNodes.Kept::series);
    }
  }

  @Override
  public Node in(Caller elevated, NodeId folder, ActivityKind kind, NodeId of) {
    Node held = nodes.hold(elevated, folder);
    Optional<ClockRegister.Row> before = register.find(folder);
    Instant now = now();
    boolean other =
        kind == ActivityKind.OPENED || kind == ActivityKind.CLOSE || kind == ActivityKind.REOPEN;
    ClockRegister.Row base = other ? counted(held, before) : base(held, before);
    Instant at = base.activityAt().isAfter(now) ? base.activityAt() : now;
    ClockRegister.Row done = base.since(at, kind, Optional.of(of));
    ClockRegister.Row told = kind == ActivityKind.CLOSE ? done.closed(now) : done;
    return settle(elevated, held, before, told, new Done(kind.code(), now, Optional.of(of)));
  }

  @Override
  public void at(Caller elevated, NodeId of, ActivityKind kind) {
    nodes
        .find(SYSTEM, of)
        .flatMap(node -> units.line(node).unit())
        .ifPresent(unit -> in(elevated, unit.id(), kind, of));
  }

  @Override
  public void filed(Caller elevated, NodeId of, NodeId from) {
    Optional<NodeId> before = nodes.find(SYSTEM, from).flatMap(this::unitOf);
    nodes
        .find(SYSTEM, of)
        .flatMap(this::unitOf)
        .filter(unit -> !unit.equals(of) && !before.equals(Optional.of(unit)))
        .ifPresent(unit -> in(elevated, unit, ActivityKind.FILED, of));
  }

  @Override
  public void changed(Caller elevated, NodeId folder) {
    // It may have been gone, and be back.
    nodes
        .find(SYSTEM, folder)
        .filter(node -> node.aspects().contains(Rec.SCHEDULED))
        .ifPresent(node -> register.applied(folder, node.text(Rec.APPLIED_SERIES)));
    recompute(elevated, folder, new Done("series", now(), Optional.empty()));
  }

  @Override
  public void moved(Caller elevated, NodeId folder, Instant latest) {
    Node held = nodes.hold(elevated, folder);
    Optional<ClockRegister.Row> before = register.find(folder);
    ClockRegister.Row base = counted(held, before);
    ClockRegister.Row told = base.since(latest, base.activityKind(), base.activityOf());
    settle(elevated, held, before, told, new Done("clock", now(), Optional.empty()));
  }

  @Override
  public void gone(NodeId folder) {
    register.remove(folder);
    register.applied(folder, Optional.empty());
  }

  /**
   * Says of a folder that came from elsewhere when something was last done in it, within the
   * transaction in progress. Migration is no activity: the time may be any.
   *
   * @param folder a unit of disposition
   */
  public void migrated(NodeId folder, Instant activityAt, ActivityKind kind) {
    Node held = nodes.hold(SYSTEM, folder);
    Optional<ClockRegister.Row> before = register.find(folder);
    ClockRegister.Row base = counted(held, before);
    ClockRegister.Row told =
        base.since(activityAt, kind, Optional.empty()).in(ClockState.ACTIVE, base.since());
    settle(SYSTEM, held, before, told, new Done("clock", now(), Optional.empty()));
  }

  /**
   * Computes the clock of a folder anew, from the tree; nothing happens when it is gone, or is no
   * unit of disposition any more.
   */
  void recompute(Caller elevated, NodeId folder, String kind) {
    recompute(elevated, folder, new Done(kind, now(), Optional.empty()));
  }

  private void recompute(Caller elevated, NodeId folder, Done done) {
    Optional<Node> found = nodes.find(SYSTEM, folder);
    boolean unit = found.flatMap(node -> units.line(node).unit()).filter(is(folder)).isPresent();
    if (!unit) {
      register.remove(folder);
      found
          .filter(node -> node.aspects().contains(Rec.CLOCKED))
          .ifPresent(
              node ->
                  nodes.update(
                      elevated,
                      folder,
                      Optional.empty(),
                      new Change(Map.of(), Set.of(), Set.of(), Set.of(Rec.CLOCKED))));
      return;
    }
    Node held = nodes.hold(elevated, folder);
    Optional<ClockRegister.Row> before = register.find(folder);
    settle(elevated, held, before, counted(held, before.map(Clocks::tryAgain)), done);
  }

  /** What was an exception may be none any more. */
  private static ClockRegister.Row tryAgain(ClockRegister.Row row) {
    return row.state() == ClockState.EXCEPTION ? row.in(ClockState.RUNNING, row.since()) : row;
  }

  private static Predicate<Node> is(NodeId id) {
    return node -> node.id().equals(id);
  }

  /** As it was; counted when there was none. */
  private ClockRegister.Row base(Node folder, Optional<ClockRegister.Row> before) {
    return before.isPresent() ? before.get() : counted(folder, before);
  }

  /** As the tree has it: its series, and how many files are open. */
  private ClockRegister.Row counted(Node folder, Optional<ClockRegister.Row> before) {
    int open = 0;
    Optional<LocalDate> lastClosed = Optional.empty();
    if (folder.type().equals(Cor.CASE_FOLDER)) {
      Optional<String> cursor = Optional.empty();
      do {
        Page<Node> page = nodes.children(SYSTEM, folder.id(), cursor, 1000);
        for (Node file : page.items()) {
          if (file.type().equals(Cor.CASE_FILE)) {
            open += file.text(Cor.STATUS).filter(CLOSED::equals).isPresent() ? 0 : 1;
            Optional<LocalDate> latest = lastClosed;
            lastClosed =
                file.date(Cor.DATE_CLOSED)
                    .filter(day -> latest.isEmpty() || day.isAfter(latest.get()))
                    .or(() -> latest);
          }
        }
        cursor = page.cursor();
      } while (cursor.isPresent());
    }
    Optional<Instant> closed = lastClosed.map(day -> day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    return new ClockRegister.Row(
        folder.id(),
        units.line(folder).appliedAt().flatMap(node -> node.text(Rec.APPLIED_SERIES)),
        0,
        before
            .map(ClockRegister.Row::activityAt)
            .or(() -> folder.instant(Rec.ACTIVITY_AT))
            .or(() -> folder.instant(Cor.LAST_ACTIVITY))
            .orElse(folder.createdAt()),
        before
            .map(ClockRegister.Row::activityKind)
            .or(() -> folder.text(Rec.ACTIVITY_KIND).map(ActivityKind::of))
            .orElse(ActivityKind.OPENED),
        before.flatMap(ClockRegister.Row::activityOf),
        open,
        before
            .flatMap(ClockRegister.Row::closedAt)
            .filter(at -> closed.isPresent())
            .or(() -> closed),
        before.flatMap(ClockRegister.Row::cutoffOn),
        before.flatMap(ClockRegister.Row::eligibleOn),
        before.map(ClockRegister.Row::state).orElse(ClockState.ACTIVE),
        before.map(ClockRegister.Row::since).orElse(now()));
  }

  private Made made(Node folder, ClockRegister.Row told) {
    Optional<SeriesNodes.Kept> series = told.series().flatMap(plan::find);
    Period.Facts facts =
        new Period.Facts(
            told.activityAt(),
            told.openFiles(),
            told.closedAt(),
            folder.instant(Rec.SUPERSEDED_AT),
            folder.instant(Rec.UNNEEDED_AT));
    Optional<Period.Days> days = series.flatMap(each -> period.of(each.series(), facts));
    ClockState state = state(told.state(), days);
    return new Made(
        series,
        facts,
        days,
        new ClockRegister.Row(
            told.folder(),
            series.map(each -> each.series().code()),
            series.map(SeriesNodes.Kept::revision).orElse(0L),
            told.activityAt(),
            told.activityKind(),
            told.activityOf(),
            told.openFiles(),
            told.closedAt(),
            days.map(Period.Days::cutoffOn),
            days.map(Period.Days::eligibleOn),
            state,
            state == told.state() ? told.since() : now()));
  }

  /** What a disposition has in hand stays there as long as it is due; what leaves is told. */
  private ClockState state(ClockState before, Optional<Period.Days> days) {
    boolean due = days.filter(each -> !each.eligibleOn().isAfter(today())).isPresent();
    if (due && before.compareTo(ClockState.ELIGIBLE) >= 0) {
      return before;
    }
    if (before == ClockState.IN_TRANSFER) {
      return ClockState.EXCEPTION;
    }
    return days.isPresent() ? ClockState.RUNNING : ClockState.ACTIVE;
  }

  private Node settle(
      Caller elevated,
      Node folder,
      Optional<ClockRegister.Row> before,
      ClockRegister.Row told,
      Done done) {
    Made made = made(folder, told);
    register.put(made.row());
    boolean unasked =
        !folder.type().equals(Cor.CASE_FOLDER) || folder.aspects().contains(Rec.REVIEWED);
    if (before.isEmpty() && unasked) {
      register.reviewed(folder.id(), true);
    }
    if (before.isEmpty() && HELD.stream().anyMatch(folder.aspects()::contains)) {
      register.held(folder.id(), true);
    }
    effect(before, made, done)
        .ifPresent(
            effect ->
                register.keep(
                    folder.id(),
                    new ClockRegister.Event(
                        done.at(), done.kind(), done.of(), effect, made.row().eligibleOn())));
    return show(elevated, folder, made);
  }

  private static Optional<String> effect(Optional<ClockRegister.Row> before, Made made, Done done) {
    Optional<LocalDate> was = before.flatMap(ClockRegister.Row::eligibleOn);
    Optional<LocalDate> is = made.row().eligibleOn();
    if (was.isEmpty() && is.isEmpty()) {
      return Optional.empty();
    }
    if (was.isEmpty() || is.isEmpty()) {
      return Optional.of(is.isPresent() ? "started" : "stopped");
    }
    if (was.equals(is)
        && before.map(ClockRegister.Row::state).equals(Optional.of(made.row().state()))) {
      return Optional.empty();
    }
    boolean activity = !done.kind().equals("series") && !done.kind().equals("clock");
    return Optional.of(activity ? "restarted" : "recomputed");
  }

  private Node show(Caller elevated, Node folder, Made made) {
    ClockRegister.Row row = made.row();
    Map<QName, Object> values = new HashMap<>();
    if (folder.type().equals(Cor.CASE_FOLDER)) {
      values.put(Cor.LAST_ACTIVITY, row.activityAt());
    }
    values.put(Rec.ACTIVITY_AT, row.activityAt());
    values.put(Rec.ACTIVITY_KIND, row.activityKind().code());
    values.put(Rec.CLOCK_SERIES, row.series().orElse(null));
    values.put(Rec.CUTOFF_ON, row.cutoffOn().orElse(null));
    values.put(Rec.ELIGIBLE_ON, row.eligibleOn().orElse(null));
    values.put(Rec.CLOCK_STATE, row.state().code());
    values.put(Rec.CLOCK_REASON, Words.standing(made.of(), made.facts(), made.days(), row.state()));
    Change change = Change.of(values);
    return nodes.update(
        elevated,
        folder.id(),
        Optional.empty(),
        new Change(change.set(), change.remove(), Set.of(Rec.CLOCKED)));
  }

  /**
   * A clock falls due, within the transaction in progress, if it does: what the register says is
   * looked at again in the tree. Doing it twice is the same as once.
   *
   * @return whether it is due
   */
  boolean fallDue(NodeId folder) {
    Optional<Node> found = nodes.find(SYSTEM, folder);
    if (found.isEmpty()) {
      register.remove(folder);
      return false;
    }
    Node held = nodes.hold(SYSTEM, folder);
    Optional<ClockRegister.Row> before = register.find(folder);
    if (before.filter(row -> row.state() == ClockState.RUNNING).isEmpty()) {
      return false;
    }
    Made made = made(held, counted(held, before));
    boolean due = made.row().eligibleOn().filter(on -> !on.isAfter(today())).isPresent();
    boolean alone = held.type().equals(Cor.CASE_FOLDER) || !units.holdsOther(folder);
    if (!due) {
      settle(SYSTEM, held, before, made.row(), new Done("clock", now(), Optional.empty()));
      return false;
    }
    mark(
        SYSTEM,
        held,
        made,
        alone ? ClockState.ELIGIBLE : ClockState.EXCEPTION,
        alone
            ? Optional.empty()
            : Optional.of("A folder in it is kept under a series of its own; move that out first."),
        "clock");
    if (alone) {
      audit.record(
          Actor.ofSystem()
              .did(
                  Action.BECOME_ELIGIBLE,
                  folder,
                  Map.of(
                      "series", made.row().series().orElse(""),
                      "cutoff", made.row().cutoffOn().map(LocalDate::toString).orElse(""),
                      "due", made.row().eligibleOn().map(LocalDate::toString).orElse(""))));
    }
    return alone;
  }

  private void mark(
      Caller elevated,
      Node held,
      Made made,
      ClockState state,
      Optional<String> reason,
      String kind) {
    ClockRegister.Row row = made.row();
    ClockRegister.Row marked = row.in(state, now());
    register.put(marked);
    register.keep(
        row.folder(),
        new ClockRegister.Event(now(), kind, Optional.empty(), state.code(), row.eligibleOn()));
    show(elevated, held, new Made(made.series(), made.facts(), made.days(), marked));
    reason.ifPresent(
        text ->
            nodes.update(
                elevated, held.id(), Optional.empty(), Change.of(Map.of(Rec.CLOCK_REASON, text))));
  }

  /**
   * A disposition says where it has a folder, within the transaction in progress.
   *
   * @param reason in plain words, shown with the folder
   * @throws NotFound when it has no clock
   */
  public void mark(Caller elevated, NodeId folder, ClockState state, String reason) {
    Node held = nodes.hold(elevated, folder);
    ClockRegister.Row row = register.find(folder).orElseThrow(() -> new NotFound(folder));
    mark(elevated, held, made(held, row), state, Optional.of(reason), "disposition");
  }

  /**
   * Whether a folder is due on a day, and why: not as the register has it but looked at in the
   * tree, with the folder held until the transaction in progress ends, so that nothing is done in
   * it meanwhile. That nothing forbids its disposition (a hold, a review that is missing) is not
   * said.
   */
  public Optional<Eligible> eligible(NodeId folder, LocalDate day) {
    Optional<Node> found = nodes.find(SYSTEM, folder);
    boolean unit = found.flatMap(node -> units.line(node).unit()).filter(is(folder)).isPresent();
    if (!unit) {
      return Optional.empty();
    }
    Node held = nodes.hold(SYSTEM, folder);
    boolean alone = held.type().equals(Cor.CASE_FOLDER) || !units.holdsOther(folder);
    Made made = made(held, counted(held, register.find(folder)));
    return Optional.of(made)
        .filter(each -> alone && each.days().isPresent())
        .filter(each -> !each.days().get().eligibleOn().isAfter(day))
        .map(Clocks::eligible);
  }

  private static Eligible eligible(Made made) {
    Series series = made.of().orElseThrow();
    Period.Days days = made.days().orElseThrow();
    return new Eligible(
        made.row().folder(),
        series,
        days.cutoffOn(),
        days.eligibleOn(),
        made.row().activityAt(),
        made.row().activityKind(),
        Words.standing(made.of(), made.facts(), made.days(), ClockState.ELIGIBLE));
  }

  /**
   * What stands in a state, by the day due; as the register has it.
   *
   * @param after the last row of the page before
   * @param limit at least 1
   */
  public List<ClockRegister.Row> standing(
      ClockState state, Optional<ClockRegister.Row> after, int limit) {
    return register.standing(state, after, limit);
  }

  /**
   * What is due, by the day due; as the register has it.
   *
   * @param reviewed whether nothing more has to be decided about it
   * @param after the last row of the page before
   * @param limit at least 1
   */
  public List<ClockRegister.Row> due(
      boolean reviewed, Optional<ClockRegister.Row> after, int limit) {
    return register.eligible(reviewed, after, limit);
  }

  /** What runs and is due up to a day that is still to come, by the day due. */
  public List<ClockRegister.Row> comingDue(
      LocalDate day, Optional<ClockRegister.Row> after, int limit) {
    return register.due(day, after, limit);
  }

  /** The folder that a node is disposed of with; empty when there is none. */
  public Optional<NodeId> unitOf(Node node) {
    return units.line(node).unit().map(Node::id);
  }

  /**
   * Notes that a folder was reviewed, or that nobody has any more, within the transaction in
   * progress.
   */
  public void reviewed(NodeId folder, boolean done) {
    register.reviewed(folder, done);
  }

  /** Notes whether a hold is on a folder or in it, within the transaction in progress. */
  public void held(NodeId folder, boolean held) {
    register.held(folder, held);
  }

  /**
   * What is under a hold, or has something in it that is; by folder, as the register has it.
   *
   * @param after the last one of the page before
   * @param limit at least 1
   */
  public List<ClockRegister.Row> held(Optional<NodeId> after, int limit) {
    return register.held(after, limit);
  }

  /** How many those are. */
  public long countHeld() {
    return register.countHeld();
  }

  /** How many stand where, of those alone that are due or in the hand of a disposition. */
  public Map<ClockState, Long> countWaiting() {
    return register.countWaiting();
  }

  /** How many of those that are due nobody has reviewed yet. */
  public long countUnreviewed() {
    return register.countUnreviewed();
  }

  /** How many folders stand where, by series ({@code ""} for none). */
  public Map<String, Map<ClockState, Long>> counts() {
    return register.counts();
  }

  /** The clock of a folder, as the register has it. */
  public Optional<ClockRegister.Row> find(NodeId folder) {
    return register.find(folder);
  }

  /** The office's day now. */
  public LocalDate today() {
    return period.day(clock.instant());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
