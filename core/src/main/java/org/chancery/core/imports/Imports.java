package org.chancery.core.imports;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.erasure.Keeper;
import org.chancery.core.intake.LetterWork;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.mail.Notices;
import org.chancery.core.outreach.Events;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.vocabulary.Stk;
import org.chancery.model.QName;

/**
 * Imports of people and events from files (requirement S12): handed in, read apart from the server,
 * confirmed, compared, decided on, carried out in the background, and taken back within seven days.
 * An import is its importer's own, and administrators'.
 */
public final class Imports implements Keeper, AutoCloseable {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int SAMPLE = 8;
  private static final int MOST_DECISIONS = 20_000;

  private final Ports ports;
  private final ImportBook book;
  private final RowReading reading;
  private final Endings endings;
  private final ImportLoop loop;
  private Runnable ordered = () -> {};

  /**
   * What they work on.
   *
   * @param nodes the tree
   * @param contents the streams
   * @param transactions the host's
   * @param queue durable work
   * @param accounts who people are
   * @param stakeholders people and organizations
   * @param events what calendars have
   * @param notices tells owners
   * @param audit the ledger
   * @param destruction destroys files whose time has come
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Contents contents,
      Transactions transactions,
      WorkQueue queue,
      Accounts accounts,
      Stakeholders stakeholders,
      Events events,
      Notices notices,
      AuditTrail audit,
      Destruction destruction,
      Clock clock) {}

  /** Wires them; nothing runs before {@link #start}. */
  public Imports(Ports ports) {
    this.ports = ports;
    this.book = new ImportBook(ports.nodes(), ports.contents(), ports.clock());
    this.endings = new Endings(ports.clock());
    this.loop = new ImportLoop(ports, book, endings);
    this.reading = new RowReading(ports.nodes(), ports.contents(), book);
  }

  /** The reading of files to import, or the other's for what is none. */
  public LetterWork work(LetterWork others) {
    return reading.before(others);
  }

  /** Told when a file is to be read. */
  public void onOrdered(Runnable wake) {
    ordered = wake;
  }

  /**
   * Makes due at once what a process before this one had under way, not when its lease ends. Only
   * for who knows that it is dead.
   */
  public void takeOver() {
    ports.queue().releaseAll(ImportLoop.QUEUE);
  }

  /** Begins to look for what there is to do. */
  public void start() {
    loop.start();
  }

  /** Does now what there is to do, on the calling thread; not to be called in a transaction. */
  public void once() {
    loop.once();
  }

  /**
   * Begins an import, within the transaction in progress; the file is stored already.
   *
   * @param name of the file
   * @param component that is to own who is entered; the actor's first when empty
   * @throws Invalid for a component that is not the actor's
   */
  public Import add(Actor actor, String name, Optional<String> component, ContentInfo file) {
    Optional<String> owner = ports.stakeholders().ownership().component(actor, component);
    String kept = name.length() > 200 ? name.substring(name.length() - 200) : name;
    NodeId id = book.add(actor.caller(), About.of(kept, owner), file);
    read(id);
    ports.audit().record(actor.did(Action.IMPORT_ADD, id, Map.of()));
    return get(actor.caller(), id);
  }

  private void read(NodeId id) {
    ports.queue().add(LetterWork.QUEUE, book.work(id).orElseThrow().id().value());
    ports.transactions().afterCommit(ordered);
  }

  /** The caller's imports, the latest first. */
  public List<Import> all(Caller caller) {
    return book.all(caller).stream().map(book::shown).toList();
  }

  /**
   * One of the caller's imports.
   *
   * @throws NotFound when there is none of that id
   */
  public Import get(Caller caller, NodeId id) {
    return book.shown(book.get(caller, id));
  }

  /** The first values of each column, for whoever has to say what they mean. */
  public List<List<String>> sample(Caller caller, NodeId id) {
    book.get(caller, id);
    List<List<String>> rows = new ArrayList<>();
    Optional<Node> work =
        book.work(id).filter(node -> node.contents().containsKey(Stk.IMPORT_ROWS));
    if (work.isPresent()) {
      try (FileRows file = new FileRows(open(work.get().id(), Stk.IMPORT_ROWS))) {
        for (Optional<List<String>> row = file.values();
            row.isPresent() && rows.size() < SAMPLE;
            row = file.values()) {
          rows.add(row.get());
        }
      }
    }
    return rows;
  }

  private InputStream open(NodeId work, QName content) {
    return ports.contents().open(SYSTEM, work, content);
  }

  /**
   * Has a workbook read again: another sheet, what is hidden, other headings; within the
   * transaction in progress.
   */
  public Import readAgain(
      Actor actor, NodeId id, Optional<String> sheet, boolean hidden, int heading) {
    Node held = book.hold(actor.caller(), id, Set.of(ImportState.MAPPING, ImportState.DECIDING));
    book.set(id, ImportState.READING, book.about(held).again(sheet, hidden, heading));
    read(id);
    return get(actor.caller(), id);
  }

  /**
   * Says what the columns mean, and has the rows compared; within the transaction in progress. It
   * is remembered for the next file of this shape.
   *
   * @throws Invalid naming the column that cannot be so
   */
  public Import map(Actor actor, NodeId id, List<String> codes) {
    Node held = book.hold(actor.caller(), id, Set.of(ImportState.MAPPING, ImportState.DECIDING));
    About about = book.about(held);
    FileShape shape = about.shape().orElseThrow(() -> new WrongState("The file is not read yet."));
    if (shape.isTable()) {
      Columns columns = Columns.of(codes, shape.columns().size());
      book.remember(Columns.shape(shape.columns()), columns.codes());
      about = about.mapped(columns.codes());
    }
    begin(id, ImportState.PREVIEWING, about);
    return get(actor.caller(), id);
  }

  private void begin(NodeId id, ImportState state, About about) {
    book.set(id, state, about);
    book.change(id, Map.of(Stk.IMPORT_DONE, 0));
    ports.queue().add(ImportLoop.QUEUE, id.value());
  }

  /**
   * Some rows, with what is decided on them.
   *
   * @param rows in the order of the file
   * @param decisions by number of the row; none for what is left to the usual
   * @param became by number of the row; none for what has not been carried out, or was taken back
   * @param cursor for the next ones
   */
  public record Rows(
      List<PlannedRow> rows,
      Map<Integer, Decision> decisions,
      Map<Integer, Became> became,
      Optional<String> cursor) {}

  /**
   * What became of a row.
   *
   * @param why in words, where it is not plain
   * @param node the person or event that was entered, or to whom something was added
   */
  public record Became(RowResult result, Optional<String> why, Optional<NodeId> node) {
    static Became of(Entry entry) {
      return new Became(entry.result(), entry.why(), entry.node().map(NodeId::of));
    }
  }

  /**
   * Which rows are wanted; what is empty does not matter.
   *
   * @param fate what was to become of them
   * @param result what became of them
   */
  public record Wanted(Optional<Fate> fate, Optional<RowResult> result) {
    boolean are(Fate planned) {
      return fate.filter(each -> each != planned).isEmpty();
    }

    boolean became(Optional<Entry> entry) {
      return result.isEmpty() || result.equals(entry.map(Entry::result));
    }
  }

  /**
   * The rows, what is to become of each, and what has become of it.
   *
   * @param cursor from the rows before
   * @throws Invalid for a cursor that is none
   */
  public Rows rows(Caller caller, NodeId id, Wanted wanted, Optional<String> cursor, int limit) {
    book.get(caller, id);
    Optional<Node> work =
        book.work(id).filter(node -> node.contents().containsKey(Stk.IMPORT_PLAN));
    if (work.isEmpty()) {
      return new Rows(List.of(), Map.of(), Map.of(), Optional.empty());
    }
    long from = place(cursor);
    if (from > work.get().contents().get(Stk.IMPORT_PLAN).size()) {
      throw new Invalid(Map.of("cursor", "is not one of this list"));
    }
    List<PlannedRow> rows = new ArrayList<>();
    Map<Integer, Became> became = new HashMap<>();
    Optional<String> next = Optional.empty();
    Outcomes outcomes = new Outcomes(new Journal(ports.nodes(), ports.contents()), work.get().id());
    try (PlanFile plan = new PlanFile(open(work.get().id(), Stk.IMPORT_PLAN), from)) {
      long at = plan.at();
      for (Optional<PlannedRow> row = plan.next(); row.isPresent(); row = plan.next()) {
        Optional<Entry> entry =
            wanted.are(row.get().fate()) ? outcomes.of(row.get().number()) : Optional.empty();
        if (wanted.are(row.get().fate()) && wanted.became(entry)) {
          if (rows.size() == limit) {
            next = Optional.of(String.valueOf(at));
            break;
          }
          rows.add(row.get());
          int number = row.get().number();
          entry.ifPresent(each -> became.put(number, Became.of(each)));
        }
        at = plan.at();
      }
    }
    Map<Integer, Decision> all = decisions(work.get());
    Map<Integer, Decision> theirs = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> all.containsKey(row.number()))
        .forEach(row -> theirs.put(row.number(), all.get(row.number())));
    return new Rows(rows, theirs, became, next);
  }

  private static long place(Optional<String> cursor) {
    if (cursor.filter(text -> !text.matches("\\d{1,12}")).isPresent()) {
      throw new Invalid(Map.of("cursor", "is not one of this list"));
    }
    return cursor.map(Long::parseLong).orElse(0L);
  }

  private Map<Integer, Decision> decisions(Node work) {
    return Decisions.read(ports.contents(), work);
  }

  /**
   * Decides on rows, within the transaction in progress.
   *
   * @param wanted by number of the row
   * @throws Invalid for a row there is none of, or what cannot become of it
   */
  public Import decide(Actor actor, NodeId id, Map<Integer, Decision> wanted) {
    Node held = book.hold(actor.caller(), id, Set.of(ImportState.DECIDING));
    Node work = book.work(id).orElseThrow(() -> new NotFound(id));
    Map<Integer, Decision> all = new TreeMap<>(decisions(work));
    Map<Integer, Decision> open = new TreeMap<>(wanted);
    try (PlanFile plan = new PlanFile(open(work.id(), Stk.IMPORT_PLAN), 0)) {
      for (Optional<PlannedRow> row = plan.next();
          row.isPresent() && !open.isEmpty();
          row = plan.next()) {
        Decision decision = open.remove(row.get().number());
        if (decision != null) {
          Decisions.check(row.get(), decision);
          all.put(row.get().number(), decision);
        }
      }
    }
    if (!open.isEmpty()) {
      throw new Invalid(Map.of("row", "there is no row " + open.keySet().iterator().next()));
    }
    if (all.size() > MOST_DECISIONS) {
      throw new Invalid(
          Map.of("row", "more than " + MOST_DECISIONS + " decisions: import the file in parts"));
    }
    Decisions.keep(ports.contents(), work, all);
    book.set(id, ImportState.DECIDING, book.about(held).decided(all.size()));
    return get(actor.caller(), id);
  }

  /**
   * Lets it run, in the background, within the transaction in progress. Rows that are to be decided
   * and are not, are left out.
   */
  public Import run(Actor actor, NodeId id) {
    Node held = book.hold(actor.caller(), id, Set.of(ImportState.DECIDING));
    begin(id, ImportState.RUNNING, book.about(held));
    ports.audit().record(actor.did(Action.IMPORT_RUN, id, Map.of()));
    return get(actor.caller(), id);
  }

  /** Ends it, within the transaction in progress; what was made until now can be undone. */
  public Import cancel(Actor actor, NodeId id) {
    book.get(actor.caller(), id);
    endings.want(id);
    Node held =
        book.hold(
            actor.caller(),
            id,
            Set.of(
                ImportState.READING,
                ImportState.MAPPING,
                ImportState.PREVIEWING,
                ImportState.DECIDING,
                ImportState.RUNNING));
    book.set(id, ImportState.CANCELLED, book.about(held));
    ports.audit().record(actor.did(Action.IMPORT_CANCEL, id, Map.of()));
    return get(actor.caller(), id);
  }

  /**
   * Has what it made taken back, in the background, within the transaction in progress.
   *
   * @throws WrongState when its time is over, or it made nothing
   */
  public Import undo(Actor actor, NodeId id) {
    Node held = book.hold(actor.caller(), id, Set.of(ImportState.DONE, ImportState.CANCELLED));
    if (book.work(id).isEmpty()) {
      throw new WrongState("The time for undoing this import is over.");
    }
    About about = book.about(held);
    if (about.results().isEmpty()) {
      throw new WrongState("This import has made nothing that could be undone.");
    }
    begin(id, ImportState.UNDOING, about);
    ports.audit().record(actor.did(Action.IMPORT_UNDO, id, Map.of()));
    return get(actor.caller(), id);
  }

  @Override
  public String what() {
    return "imported files";
  }

  /**
   * {@inheritDoc} File, plan, decisions and journal of an import go together, earlier than their
   * seven days; an import that is under way is ended.
   */
  @Override
  public int forget(Caller elevated, NodeId person, Keeper.Naming naming) {
    return new Forgetting(ports, book).forget(person, naming);
  }

  @Override
  public void close() {
    loop.close();
  }
}
