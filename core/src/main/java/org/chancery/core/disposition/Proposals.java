package org.chancery.core.disposition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.schedule.ClockState;
import org.chancery.core.schedule.Clocks;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Rec;
import org.chancery.core.vocabulary.Title;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proposes what is due for disposition (requirement R6), by rule each day, and by hand. */
public final class Proposals {
  private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);
  private static final Caller SYSTEM = Caller.ofSystem();

  /** The most folders that one disposition names. */
  public static final int MOST = 500;

  private static final int BATCH = 50;

  /** Why a disposition ended of itself. */
  static final String EMPTY =
      "Nothing is left in it: each folder was left behind for the reason told with it.";

  private final Nodes nodes;
  private final Transactions transactions;
  private final Clocks clocks;
  private final DispositionBook book;
  private final Gate gate;
  private final AuditTrail audit;
  private final Checkpoint checkpoint;

  Proposals(
      Nodes nodes,
      Transactions transactions,
      Clocks clocks,
      DispositionBook book,
      Gate gate,
      AuditTrail audit,
      Checkpoint checkpoint) {
    this.nodes = nodes;
    this.transactions = transactions;
    this.clocks = clocks;
    this.book = book;
    this.gate = gate;
    this.audit = audit;
    this.checkpoint = checkpoint;
  }

  /**
   * Proposes all that is due, reviewed, under no hold and not rejected until a later day, folders
   * of one series together. What others keep becomes an exception, and is none any more once they
   * let it go. Not to be called within a transaction. Doing it twice is the same as once; what was
   * interrupted leaves smaller dispositions.
   *
   * @return how many folders were proposed
   */
  public int propose() {
    lookAtExceptions();
    int proposed = 0;
    Optional<ClockRegister.Row> after = Optional.empty();
    List<ClockRegister.Row> page;
    Map<String, NodeId> begun = new HashMap<>();
    do {
      Optional<ClockRegister.Row> from = after;
      page = transactions.read(() -> clocks.due(true, from, BATCH));
      List<ClockRegister.Row> rows = page;
      List<ClockRegister.Row> free = transactions.read(() -> free(rows));
      proposed += free.isEmpty() ? 0 : together(free, begun);
      after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
    } while (page.size() == BATCH);
    return proposed;
  }

  /**
   * Without what is plainly under a hold, or was rejected until later, which may wait for years: a
   * node each is all that is read of those.
   */
  private List<ClockRegister.Row> free(List<ClockRegister.Row> rows) {
    Set<NodeId> waiting =
        nodes.findAll(SYSTEM, rows.stream().map(ClockRegister.Row::folder).toList()).stream()
            .filter(node -> HoldRule.own(node).isPresent() || rejected(node))
            .map(Node::id)
            .collect(Collectors.toSet());
    return rows.stream().filter(row -> !waiting.contains(row.folder())).toList();
  }

  /** What no longer stands in the way of a folder's disposition lets it be due again. */
  private void lookAtExceptions() {
    Optional<ClockRegister.Row> after = Optional.empty();
    List<ClockRegister.Row> page;
    do {
      Optional<ClockRegister.Row> from = after;
      page = transactions.read(() -> clocks.standing(ClockState.EXCEPTION, from, BATCH));
      page.forEach(this::lookAtException);
      after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
    } while (page.size() == BATCH);
  }

  private void lookAtException(ClockRegister.Row row) {
    try {
      transactions.write(() -> dueAgain(row.folder()));
    } catch (RuntimeException e) {
      LOG.error("The exception at {} could not be looked at", row.folder(), e);
    }
  }

  private void dueAgain(NodeId folder) {
    Gate.Answer answer = gate.ask(folder);
    boolean free =
        answer
            .obstacle()
            .filter(
                each ->
                    each.others() || each.code().equals("not-due") || each.code().equals("gone"))
            .isEmpty();
    if (free && Gate.in(nodes.get(SYSTEM, folder)).isEmpty()) {
      clocks.mark(
          SYSTEM, folder, ClockState.ELIGIBLE, "What made it an exception is over: it is due.");
    }
  }

  /** One that fails keeps the others from nothing. */
  private int together(List<ClockRegister.Row> page, Map<String, NodeId> begun) {
    try {
      Map<String, NodeId> now = new HashMap<>(begun);
      int added =
          transactions.write(
              () -> {
                now.clear();
                now.putAll(begun);
                int more = (int) page.stream().filter(row -> propose(row, now)).count();
                checkpoint.reached("disposition-propose");
                return more;
              });
      begun.putAll(now);
      return added;
    } catch (RuntimeException e) {
      if (page.size() <= 1) {
        LOG.error("The disposition of {} could not be proposed", page.get(0).folder(), e);
        return 0;
      }
      return page.stream().mapToInt(row -> together(List.of(row), begun)).sum();
    }
  }

  private boolean propose(ClockRegister.Row row, Map<String, NodeId> begun) {
    Gate.Answer answer = gate.ask(row.folder());
    if (answer.eligible().isEmpty()) {
      if (answer.obstacle().filter(each -> each.code().equals("not-due")).isPresent()) {
        clocks.changed(SYSTEM, row.folder());
      }
      answer
          .obstacle()
          .filter(Gate.Obstacle::others)
          .ifPresent(each -> clocks.mark(SYSTEM, row.folder(), ClockState.EXCEPTION, each.why()));
      return false;
    }
    Node folder = nodes.get(SYSTEM, row.folder());
    if (rejected(folder) || Gate.other(nodes.holdAll(SYSTEM, row.folder())).isPresent()) {
      return false;
    }
    Clocks.Eligible eligible = answer.eligible().get();
    release(folder);
    Series series = eligible.series();
    String key = series.code() + " " + series.action();
    Optional<Disposition> to =
        Optional.ofNullable(begun.get(key))
            .map(id -> book.hold(SYSTEM, id))
            .filter(each -> each.state() == Disposition.State.PROPOSED)
            .filter(each -> each.approvals().isEmpty() && each.counts().items() < MOST);
    Actor system = Actor.ofSystem();
    Disposition disposition = to.orElseGet(() -> begin(system, series, Optional.empty()));
    begun.put(key, disposition.id());
    add(system, disposition, eligible);
    return true;
  }

  private boolean rejected(Node folder) {
    return folder.date(Rec.PROPOSE_FROM).filter(day -> day.isAfter(clocks.today())).isPresent();
  }

  /** It left an earlier disposition by what was done in it; that one is told so now. */
  private void release(Node folder) {
    Optional<Disposition> before = Gate.in(folder).flatMap(book::find);
    if (before.filter(each -> each.state().open()).isEmpty()) {
      return;
    }
    NodeId id = before.get().id();
    book.hold(SYSTEM, id);
    Optional<DispositionItem> item = book.item(id, folder.id()).filter(each -> each.state().open());
    if (item.isEmpty()) {
      return;
    }
    Gate.Obstacle why =
        new Gate.Obstacle("activity", "Something was done in it since it was proposed.");
    gate.leave(Actor.ofSystem(), before.get(), item.get(), why, Optional.empty());
    if (before.get().state() == Disposition.State.PROPOSED && book.open(id).isEmpty()) {
      close(Actor.ofSystem(), id, Optional.empty(), EMPTY, Optional.empty());
    }
  }

  private Disposition begin(Actor actor, Series series, Optional<String> reason) {
    Disposition made =
        book.create(actor.caller().elevated(), series.code(), series.action(), reason);
    audit.record(
        actor.did(
            Action.PROPOSE_DISPOSITION,
            made.id(),
            Map.of("series", series.code(), "action", series.action().code())));
    return made;
  }

  private void add(Actor actor, Disposition to, Clocks.Eligible eligible) {
    Caller elevated = actor.caller().elevated();
    Contained what = Contained.of(nodes.holdAll(elevated, eligible.folder()));
    book.add(elevated, to, what, eligible.activityAt(), eligible.folder());
    gate.take(elevated, eligible.folder(), to);
    audit.record(
        actor.did(
            Action.PROPOSE_DISPOSITION,
            eligible.folder(),
            Map.of("disposition", to.id().value(), "due", eligible.eligibleOn().toString())));
  }

  /**
   * Proposes folders by hand, within the transaction in progress: all or none.
   *
   * @throws Invalid without folders or a reason, or for too many
   * @throws NotFound when one of them is not there for the actor
   * @throws WrongState when one of them may not be disposed of, or they belong to several series
   */
  public Disposition propose(Actor actor, List<NodeId> folders, String reason) {
    Requested.folders(folders, MOST);
    String why = Requested.reason(reason);
    List<Clocks.Eligible> all = new ArrayList<>();
    Map<String, String> problems = new LinkedHashMap<>();
    for (NodeId id : folders.stream().distinct().toList()) {
      Node folder = nodes.get(actor.caller(), id);
      Gate.Answer answer = gate.ask(id);
      Optional<String> problem =
          answer
              .obstacle()
              .or(() -> Gate.other(nodes.holdAll(actor.caller().elevated(), id)))
              .map(Gate.Obstacle::why);
      if (problem.isEmpty() && Gate.in(folder).flatMap(book::find).filter(this::open).isPresent()) {
        problem = Optional.of("Another disposition has it in hand.");
      }
      if (problem.isEmpty() && rejected(folder)) {
        problem =
            Optional.of(
                "Its disposition was rejected until " + folder.date(Rec.PROPOSE_FROM).get() + ".");
      }
      problem.ifPresent(text -> problems.put(Title.of(folder), text));
      answer.eligible().ifPresent(all::add);
    }
    if (!problems.isEmpty()) {
      throw new WrongState(words(problems));
    }
    Series series = all.get(0).series();
    if (all.stream().anyMatch(each -> !each.series().code().equals(series.code()))) {
      throw new WrongState("They belong to several series; propose those of each by themselves.");
    }
    Disposition made = begin(actor, series, Optional.of(why));
    all.forEach(each -> add(actor, made, each));
    return book.get(made.id());
  }

  private boolean open(Disposition disposition) {
    return disposition.state().open();
  }

  private static String words(Map<String, String> problems) {
    StringBuilder text = new StringBuilder();
    problems.entrySet().stream()
        .limit(10)
        .forEach(
            each ->
                text.append(text.isEmpty() ? "" : " ")
                    .append("'")
                    .append(each.getKey())
                    .append("': ")
                    .append(each.getValue()));
    if (problems.size() > 10) {
      text.append(" And ").append(problems.size() - 10).append(" more.");
    }
    return text.toString();
  }

  /**
   * Looks again at all that a disposition still names, within the transaction in progress: what may
   * not go with it any more is left behind, with the reason.
   *
   * @return what was left behind
   */
  public List<DispositionItem> lookAgain(Actor actor, NodeId id) {
    Disposition disposition = book.hold(actor.caller().elevated(), id);
    List<DispositionItem> left = new ArrayList<>();
    for (DispositionItem item : book.open(id)) {
      Optional<Gate.Obstacle> obstacle = gate.ask(disposition, item).obstacle();
      if (obstacle.isPresent()) {
        gate.leave(actor, disposition, item, obstacle.get(), Optional.empty());
        left.add(item);
      }
    }
    return left;
  }

  /**
   * Leaves one folder out of a disposition, within the transaction in progress: it is due again, if
   * it is. With nothing left in it, the disposition ends.
   *
   * @throws NotFound when there is no such disposition, or it does not name the folder any more
   * @throws Invalid without a reason
   */
  public Disposition withdraw(Actor actor, NodeId id, NodeId folder, String reason) {
    String why = Requested.reason(reason);
    Disposition disposition = book.hold(actor.caller().elevated(), id);
    DispositionItem item =
        book.item(id, folder)
            .filter(each -> each.state().open())
            .orElseThrow(() -> new NotFound(folder));
    gate.leave(actor, disposition, item, new Gate.Obstacle("withdrawn", why), Optional.empty());
    boolean over =
        disposition.state().open()
            && disposition.state() != Disposition.State.EXECUTING
            && book.open(id).isEmpty();
    return over ? close(actor, id, Optional.empty(), EMPTY, Optional.empty()) : book.get(id);
  }

  /**
   * Gives back all that a disposition still names, within the transaction in progress: the National
   * Archives have rejected it. What is still due is proposed again by the next daily step.
   *
   * @throws Invalid without a reason
   * @throws WrongState when it is not under way any more
   */
  public Disposition back(Actor actor, NodeId id, String reason) {
    return reject(actor, id, Requested.reason(reason), Optional.empty(), Optional.empty());
  }

  /** Rejects a disposition, or only some folders of it. */
  Disposition reject(
      Actor actor,
      NodeId id,
      String reason,
      Optional<LocalDate> until,
      Optional<List<NodeId>> folders) {
    Caller elevated = actor.caller().elevated();
    Disposition disposition = book.hold(elevated, id);
    if (!disposition.state().open() || disposition.state() == Disposition.State.EXECUTING) {
      throw new WrongState("It is " + disposition.state().code() + "; nothing is left to reject.");
    }
    List<DispositionItem> open = book.open(id);
    List<NodeId> named = open.stream().map(DispositionItem::folder).toList();
    folders.ifPresent(
        some ->
            some.stream()
                .filter(each -> !named.contains(each))
                .findFirst()
                .ifPresent(
                    each -> {
                      throw new NotFound(each);
                    }));
    Gate.Obstacle why =
        new Gate.Obstacle(
            "rejected", "Rejected" + until.map(day -> " until " + day).orElse("") + ": " + reason);
    open.stream()
        .filter(item -> folders.isEmpty() || folders.get().contains(item.folder()))
        .forEach(item -> gate.leave(actor, disposition, item, why, until));
    Map<String, String> details = new HashMap<>();
    until.ifPresent(day -> details.put("until", day.toString()));
    folders.ifPresent(some -> details.put("folders", String.valueOf(some.size())));
    audit.record(actor.did(Action.REJECT_DISPOSITION, id, details));
    return book.open(id).isEmpty()
        ? close(actor, id, Optional.of(actor.caller().user()), reason, until)
        : book.get(id);
  }

  /** A disposition with nothing left in it ends. */
  Disposition close(
      Actor actor, NodeId id, Optional<String> by, String reason, Optional<LocalDate> until) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.DISPOSITION_STATE, Disposition.State.REJECTED.code());
    values.put(Rec.DISPOSITION_REASON, reason);
    values.put(Rec.REJECTED_BY, by.orElse(null));
    values.put(Rec.REJECTED_AT, book.now());
    values.put(Rec.REJECTED_UNTIL, until.orElse(null));
    values.put(Rec.ENDED_AT, book.now());
    return book.change(actor.caller().elevated(), id, values);
  }
}
