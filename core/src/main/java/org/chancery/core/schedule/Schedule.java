package org.chancery.core.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.OtherKeeper;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file plan at work (requirements R1, R3, R10): series applied at folders, what falls due, what
 * a change of the plan means for the folders under it.
 */
public final class Schedule {
  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int LONGEST_REASON = 2000;
  private static final int BATCH = 100;

  /** Code of the series that new case folders are kept under until they have been reviewed. */
  public static final String DEFAULT = "CORR-PERM";

  private final Ports ports;
  private final Places places;
  private final SeriesNodes series;
  private final Units units;
  private final FilePlan plan;
  private final Clocks clocks;
  private final Retention retention;

  /**
   * What it works on.
   *
   * @param nodes the tree, guarded
   * @param host the host's own tree: what takes a record's place is noted on the record
   * @param contents the streams
   * @param versions earlier states
   * @param permissions who may do what
   * @param transactions the host's
   * @param register the clocks, as a table
   * @param background told which folder is to be gone through
   * @param others who may keep records in the same tree
   * @param audit the ledger
   * @param office whose days count
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Nodes host,
      Contents contents,
      Versions versions,
      Permissions permissions,
      Transactions transactions,
      ClockRegister register,
      Background background,
      OtherKeeper others,
      AuditTrail audit,
      ZoneId office,
      Clock clock) {}

  /**
   * The well-known folders it has to know.
   *
   * @param filePlan of the series
   * @param caseFolders of all case folders
   * @param library of what belongs to no case
   */
  public record Places(NodeId filePlan, NodeId caseFolders, NodeId library) {}

  /** Work that is done later, noted with the change that makes it due. */
  public interface Background {
    /** All folders below are to be computed anew. */
    void below(NodeId folder);
  }

  /** On these ports. */
  public Schedule(Ports ports, Places places) {
    this.ports = ports;
    this.places = places;
    series = new SeriesNodes(ports.nodes(), places.filePlan());
    units = new Units(ports.nodes(), places.library());
    plan =
        new FilePlan(
            ports.nodes(),
            ports.contents(),
            ports.versions(),
            series,
            ports.register(),
            places.filePlan(),
            ports.audit());
    clocks =
        new Clocks(
            ports.nodes(),
            ports.register(),
            series,
            units,
            ports.office(),
            ports.audit(),
            ports.clock());
    retention = new Retention(ports.nodes(), ports.register(), series, units, ports.others());
  }

  /** The file plan. */
  public FilePlan plan() {
    return plan;
  }

  /** The clocks of folders; told of what is done. */
  public Clocks clocks() {
    return clocks;
  }

  /** Why something is kept, until when, what then. */
  public Retention retention() {
    return retention;
  }

  /**
   * Gives an empty file plan the shipped schedule, an example, and applies its default to all case
   * folders, within the transaction in progress. To be called once the well-known folders are
   * there.
   */
  public void seed() {
    if (!plan.isEmpty()) {
      return;
    }
    Actor system = Actor.ofSystem();
    plan.change(system, shipped(), "The schedule that came with Chancery: an example.");
    apply(
        system,
        ports.nodes().get(SYSTEM, places.caseFolders()),
        DEFAULT,
        "Every case folder is kept as permanent until it has been reviewed.");
  }

  private static String shipped() {
    try (InputStream in = Schedule.class.getResourceAsStream("correspondence-schedule.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Applies a series at a folder, within the transaction in progress; it holds for everything below
   * that has none nearer. Case folders below are computed anew in the background, the folder itself
   * at once.
   *
   * @param code of the series; empty to take away what is applied there
   * @param reason why; kept with the folder
   * @throws NotFound when the folder is not there for the actor
   * @throws Denied when the actor may not see all there is to it
   * @throws Invalid without a reason, or for a series that there is not
   * @throws WrongState when it is no folder that a series is applied at, or has a disposition
   */
  public Node apply(Actor actor, NodeId id, Optional<String> code, String reason) {
    Node folder = ports.nodes().get(actor.caller(), id);
    requireReason(reason);
    if (code.filter(each -> series.find(each).isEmpty()).isPresent()) {
      throw new Invalid(Map.of("series", "there is no such series in the file plan"));
    }
    requireFolder(folder);
    boolean inHand =
        ports.register().find(id).filter(row -> row.state().inHand()).isPresent()
            && ports.register().find(id).get().state() != ClockState.EXCEPTION;
    if (inHand) {
      throw new WrongState("A disposition of it is under way; end that first.");
    }
    if (code.isPresent()) {
      apply(actor, folder, code.get(), reason.strip());
    } else {
      takeAway(actor, folder);
    }
    return ports.nodes().get(actor.caller(), id);
  }

  private void requireFolder(Node folder) {
    boolean case_ = folder.type().equals(Cor.CASE_FOLDER);
    List<NodeId> line = units.line(folder).nearest().stream().map(Node::id).toList();
    boolean above = folder.type().equals(Cm.FOLDER) && line.contains(places.caseFolders());
    boolean shelf = folder.type().equals(Cm.FOLDER) && line.contains(places.library());
    if (!case_ && !above && !shelf) {
      throw new WrongState(
          "A series is applied at a case folder, at a folder of case folders, or at a folder of the"
              + " library.");
    }
  }

  private void apply(Actor actor, Node folder, String code, String reason) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.APPLIED_SERIES, code);
    values.put(Rec.APPLIED_BY, actor.caller().user());
    values.put(Rec.APPLIED_AT, now());
    values.put(Rec.APPLIED_REASON, reason);
    ports
        .nodes()
        .update(
            actor.caller().elevated(),
            folder.id(),
            Optional.empty(),
            new Change(values, Set.of(), Set.of(Rec.SCHEDULED)));
    applied(actor, folder, Optional.of(code));
  }

  private void takeAway(Actor actor, Node folder) {
    if (!folder.aspects().contains(Rec.SCHEDULED)) {
      throw new WrongState("No series is applied at this folder itself.");
    }
    ports
        .nodes()
        .update(
            actor.caller().elevated(),
            folder.id(),
            Optional.empty(),
            new Change(Map.of(), Set.of(), Set.of(), Set.of(Rec.SCHEDULED)));
    applied(actor, folder, Optional.empty());
  }

  private void applied(Actor actor, Node folder, Optional<String> code) {
    ports.register().applied(folder.id(), code);
    clocks.recompute(actor.caller().elevated(), folder.id(), "series");
    if (!folder.type().equals(Cor.CASE_FOLDER)) {
      ports.background().below(folder.id());
    }
    ports
        .audit()
        .record(actor.did(Action.APPLY_SERIES, folder.id(), Map.of("series", code.orElse(""))));
  }

  /**
   * Notes that something newer takes the place of a document or of a folder, within the transaction
   * in progress. The record itself stays as it is.
   *
   * @param by what takes its place
   * @throws NotFound when one of them is not there for the actor
   * @throws Denied when the actor may not change it
   * @throws Invalid without a reason, or by itself
   */
  public Node supersede(Actor actor, NodeId id, Optional<NodeId> by, String reason) {
    Node node = requireWritable(actor, id, reason);
    by.ifPresent(
        other -> {
          ports.nodes().get(actor.caller(), other);
          if (other.equals(id)) {
            throw new Invalid(Map.of("by", "must be something else"));
          }
        });
    Map<QName, Object> values = new HashMap<>();
    by.ifPresent(other -> values.put(Rec.SUPERSEDED_BY, other.value()));
    values.put(Rec.SUPERSEDED_AT, now());
    values.put(Rec.SUPERSEDED_NOTED_BY, actor.caller().user());
    values.put(Rec.SUPERSEDED_REASON, reason.strip());
    Map<String, String> details = new HashMap<>();
    by.ifPresent(other -> details.put("by", other.value()));
    return noted(actor, node, values, Rec.SUPERSEDED, Action.SUPERSEDE, details);
  }

  /**
   * Notes that a folder is no longer needed for the work, within the transaction in progress.
   * Whoever does something in it later needs it again.
   *
   * @throws NotFound when it is not there for the actor
   * @throws Denied when the actor may not change it
   * @throws Invalid without a reason
   */
  public Node noLongerNeeded(Actor actor, NodeId id, String reason) {
    Node node = requireWritable(actor, id, reason);
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.UNNEEDED_AT, now());
    values.put(Rec.UNNEEDED_BY, actor.caller().user());
    values.put(Rec.UNNEEDED_REASON, reason.strip());
    return noted(actor, node, values, Rec.UNNEEDED, Action.END_NEED, Map.of());
  }

  private Node requireWritable(Actor actor, NodeId id, String reason) {
    Node node = ports.nodes().get(actor.caller(), id);
    if (!ports.permissions().allowed(actor.caller(), id, Permission.WRITE)) {
      throw Denied.of(Permission.WRITE, node.name());
    }
    requireReason(reason);
    return node;
  }

  private Node noted(
      Actor actor,
      Node node,
      Map<QName, Object> values,
      QName aspect,
      Action action,
      Map<String, String> details) {
    Caller elevated = actor.caller().elevated();
    ports
        .host()
        .update(
            elevated, node.id(), Optional.empty(), new Change(values, Set.of(), Set.of(aspect)));
    boolean unit = units.line(node).unit().filter(each -> each.id().equals(node.id())).isPresent();
    if (unit) {
      clocks.recompute(elevated, node.id(), action == Action.SUPERSEDE ? "superseded" : "unneeded");
    }
    ports.audit().record(actor.did(action, node.id(), details));
    return ports.nodes().get(actor.caller(), node.id());
  }

  /**
   * What the daily work came to.
   *
   * @param looked how many clocks had run out
   * @param eligible how many of them are due now
   * @param failed how many could not be settled; they are tried again the next time
   */
  public record Run(int looked, int eligible, int failed) {}

  /**
   * Settles every clock that has run out: reads those alone, in transactions of a hundred each. Not
   * to be called within a transaction. Doing it twice is the same as once; what was interrupted
   * goes on where it was.
   */
  public Run fallDue() {
    int looked = 0;
    int eligible = 0;
    int failed = 0;
    Optional<ClockRegister.Row> after = Optional.empty();
    List<ClockRegister.Row> page;
    do {
      Optional<ClockRegister.Row> from = after;
      page = ports.transactions().read(() -> ports.register().due(clocks.today(), from, BATCH));
      int due = together(page);
      if (due < 0) {
        due = 0;
        for (ClockRegister.Row row : page) {
          int one = together(List.of(row));
          due += Math.max(one, 0);
          failed += one < 0 ? 1 : 0;
        }
      }
      looked += page.size();
      eligible += due;
      after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
    } while (page.size() == BATCH);
    return new Run(looked, eligible, failed);
  }

  /** How many of them are due; less than none when the transaction failed. */
  private int together(List<ClockRegister.Row> page) {
    try {
      return ports
          .transactions()
          .write(() -> (int) page.stream().filter(row -> clocks.fallDue(row.folder())).count());
    } catch (RuntimeException e) {
      if (page.size() == 1) {
        LOG.error("The clock of {} could not be settled", page.get(0).folder(), e);
      }
      return -1;
    }
  }

  /**
   * Computes anew what a changed series touches, a part at a time. Not to be called within a
   * transaction.
   *
   * @param most how many clocks at most
   * @return how many it were; fewer than {@code most} when there are no more
   */
  public int recompute(int most) {
    int done = 0;
    List<SeriesNodes.Kept> all = ports.transactions().read(series::all);
    for (SeriesNodes.Kept kept : all) {
      int part;
      do {
        int limit = Math.min(BATCH, most - done);
        part = limit == 0 ? 0 : ports.transactions().write(() -> recompute(kept, limit));
        done += part;
      } while (part == BATCH);
    }
    return done;
  }

  private int recompute(SeriesNodes.Kept kept, int limit) {
    List<ClockRegister.Row> found =
        ports.register().outdated(kept.series().code(), kept.revision(), limit);
    found.forEach(row -> clocks.recompute(SYSTEM, row.folder(), "series"));
    return found.size();
  }

  /**
   * Computes anew every folder below one at which a series was applied, or taken away. Not to be
   * called within a transaction; doing it again is the same as once.
   *
   * @param alive asked between parts; nothing goes on once it says no
   * @return how many folders were computed
   */
  public int recomputeBelow(NodeId folder, BooleanSupplier alive) {
    int done = 0;
    Optional<String> cursor = Optional.empty();
    do {
      Optional<String> from = cursor;
      List<NodeId> inner = new ArrayList<>();
      Page<Node> page =
          ports
              .transactions()
              .write(
                  () -> {
                    inner.clear();
                    if (ports.nodes().find(SYSTEM, folder).isEmpty()) {
                      return new Page<Node>(List.of(), Optional.empty());
                    }
                    Page<Node> found = ports.nodes().children(SYSTEM, folder, from, BATCH);
                    for (Node child : found.items()) {
                      if (child.type().equals(Cor.CASE_FOLDER)) {
                        clocks.recompute(SYSTEM, child.id(), "series");
                      } else if (child.type().equals(Cm.FOLDER)
                          && !child.aspects().contains(Rec.SCHEDULED)) {
                        inner.add(child.id());
                      }
                    }
                    return found;
                  });
      done +=
          (int) page.items().stream().filter(each -> each.type().equals(Cor.CASE_FOLDER)).count();
      for (NodeId each : inner) {
        done += recomputeBelow(each, alive);
      }
      cursor = page.cursor();
    } while (cursor.isPresent() && alive.getAsBoolean());
    return done;
  }

  private static void requireReason(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Invalid(
          Map.of("reason", "must have between 1 and " + LONGEST_REASON + " characters"));
    }
  }

  private Instant now() {
    return ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
