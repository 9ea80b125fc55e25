package org.chancery.core.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Actor;
import org.chancery.core.mail.Notices;
import org.chancery.core.outreach.Events;
import org.chancery.core.outreach.NewEvent;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/** Carries out rows of a plan: some at once, each lot in a transaction of its own. */
final class Runner {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int LONGEST_AGENDA = 20_000;

  private final Nodes nodes;
  private final Events events;
  private final Actor actor;
  private final Belonging belonging;
  private final Entering entering;
  private final Adding adding;
  private final Set<Integer> folded = new HashSet<>();
  private final Map<Integer, NodeId> people = new HashMap<>();
  private final Map<String, NodeId> byMailbox = new HashMap<>();

  /**
   * For one import.
   *
   * @param component that is to own who is entered
   * @param folds rows that are entered with earlier ones
   */
  Runner(
      Nodes nodes,
      Stakeholders stakeholders,
      Events events,
      Notices notices,
      Actor actor,
      Optional<String> component,
      Folds folds) {
    this.nodes = nodes;
    this.events = events;
    this.actor = actor;
    this.belonging = new Belonging(nodes, stakeholders, actor, component);
    this.entering = new Entering(nodes, stakeholders, notices, belonging, actor, component, folds);
    this.adding = new Adding(nodes, stakeholders, belonging, actor);
  }

  /** A row, and what somebody decided on it, or what becomes of it when nobody did. */
  record Todo(PlannedRow row, Decision decision) {}

  /**
   * What lots have made; to be noted once their transaction has committed.
   *
   * @param folded rows that were entered with earlier ones
   */
  record Lot(List<Entry> entries, Map<String, NodeId> madeOrganizations, Set<Integer> folded) {}

  /** Notes what was made, now or before the process was started anew. */
  void made(PlannedRow row, Entry entry) {
    if (entry.node().isPresent() && row.person().isPresent()) {
      NodeId id = NodeId.of(entry.node().get());
      people.put(row.number(), id);
      row.person().get().emails().forEach(each -> byMailbox.putIfAbsent(plain(each), id));
    }
  }

  void made(Lot lot) {
    belonging.made(lot.madeOrganizations());
    folded.addAll(lot.folded());
  }

  private static String plain(String mailbox) {
    return mailbox.toLowerCase(Locale.ROOT);
  }

  /**
   * Carries rows out, within the transaction in progress.
   *
   * @param folding whether later rows of the same people are entered with them: not when one is
   *     tried alone, so that nobody is refused for what another row says
   * @throws Invalid when the model forbids something of one of them; then none is carried out
   */
  Lot carryOut(List<Todo> rows, boolean folding) {
    LotInProgress lot = new LotInProgress();
    entering.enter(rows, folding, lot);
    lot.folded.addAll(folded);
    Already already = already(rows, lot);
    for (Todo todo : rows) {
      entry(todo, rows, already, lot)
          .ifPresent(entry -> lot.entries.put(todo.row().number(), entry));
    }
    return new Lot(revised(lot.all()), lot.organizations, lot.folded);
  }

  /** What becomes of a row that is not entered as somebody new. */
  private Optional<Entry> entry(Todo todo, List<Todo> rows, Already already, LotInProgress lot) {
    PlannedRow row = todo.row();
    if (row.fate() == Fate.REJECTED) {
      return Optional.of(
          Entry.plain(row.number(), RowResult.REFUSED, String.join("; ", row.why())));
    } else if (todo.decision().isSkip()) {
      return Optional.of(Entry.plain(row.number(), RowResult.LEFT, null));
    } else if (todo.decision().isMerge()) {
      Optional<NodeId> id = with(todo.decision(), lot);
      id.ifPresent(each -> lot.people.put(row.number(), each));
      boolean nothing =
          lot.folded.contains(row.number())
              || id.isPresent() && already.says(id.get(), row.person().orElseThrow());
      return Optional.of(
          id.isPresent() && nothing
              ? Entry.made(row.number(), RowResult.ADDED, id.get().value(), List.of())
              : adding.add(row, id, lot));
    }
    return row.event().map(event -> event(row.number(), event, rows, lot));
  }

  /** A lot of one row that is refused. */
  static Lot refused(PlannedRow row, RuntimeException why) {
    String words =
        why instanceof Invalid invalid
            ? invalid.problems().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .sorted()
                .reduce((one, other) -> one + "; " + other)
                .orElse(why.getMessage())
            : why.getMessage();
    return new Lot(
        List.of(Entry.plain(row.number(), RowResult.REFUSED, words)), Map.of(), Set.of());
  }

  private Already already(List<Todo> rows, LotInProgress lot) {
    Set<NodeId> ids = new HashSet<>();
    for (Todo todo : rows) {
      if (todo.decision().isMerge() && !lot.folded.contains(todo.row().number())) {
        with(todo.decision(), lot).ifPresent(ids::add);
      }
    }
    return new Already(nodes, actor.caller(), ids);
  }

  private Optional<NodeId> with(Decision decision, LotInProgress lot) {
    Optional<Integer> row = Folds.row(decision);
    return row.isPresent()
        ? row.map(number -> lot.people.getOrDefault(number, people.get(number)))
        : decision.with().map(NodeId::of);
  }

  private Entry event(int number, ImportedEvent event, List<Todo> rows, LotInProgress lot) {
    Map<QName, Object> values = new LinkedHashMap<>();
    values.put(Cm.TITLE, event.name());
    values.put(Stk.EVENT_START, instant(event.start()));
    values.put(Stk.EVENT_END, instant(event.end()));
    values.put(Stk.PLACE, event.place().orElse(null));
    values.put(
        Stk.AGENDA,
        event
            .agenda()
            .map(each -> each.length() > LONGEST_AGENDA ? each.substring(0, LONGEST_AGENDA) : each)
            .orElse(null));
    values.values().removeIf(Objects::isNull);
    Node made = events.create(actor, new NewEvent(values, Optional.empty()));
    Map<String, NodeId> boxes = new HashMap<>(byMailbox);
    for (Todo todo : rows) {
      NodeId id = lot.people.get(todo.row().number());
      if (id != null) {
        todo.row()
            .person()
            .ifPresent(person -> person.emails().forEach(box -> boxes.put(plain(box), id)));
      }
    }
    List<NodeId> attendees =
        event.attendees().stream()
            .map(box -> boxes.get(plain(box)))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (!attendees.isEmpty()) {
      events.attend(actor, made.id(), attendees, List.of());
    }
    // Attending changes them: what they are then is what undoing has to find.
    attendees.forEach(id -> lot.came.add(Entry.made(number, RowResult.MET, id.value(), List.of())));
    return Entry.made(number, RowResult.EVENT, made.id().value(), List.of());
  }

  private static Instant instant(String time) {
    return time.indexOf('T') > 0
        ? Instant.parse(time)
        : LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** With the revisions that everything has now, at the end of the lot. */
  private List<Entry> revised(List<Entry> entries) {
    List<NodeId> ids = entries.stream().flatMap(Entry::nodes).distinct().map(NodeId::of).toList();
    Map<String, Long> revisions = new HashMap<>();
    nodes.findAll(SYSTEM, ids).forEach(node -> revisions.put(node.id().value(), node.revision()));
    return entries.stream().map(each -> each.at(revisions)).toList();
  }
}
