package org.chancery.core.transfer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.schedule.ClockState;
import org.chancery.core.transfer.ApprovedTransfers.Approved;
import org.chancery.core.transfer.CopyRound.Stopped;
import org.chancery.core.transfer.Packager.Written;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the packages: one step of work after the other, each of which may be the last that this
 * process does. What was done is not done again. A folder that a hold comes upon leaves the
 * package, which is then begun anew.
 */
final class Packaging {
  /** The queue's name; keys are dispositions' ids. */
  static final String QUEUE = "transfer";

  private static final Logger LOG = LoggerFactory.getLogger(Packaging.class);
  private static final Caller SYSTEM = Caller.ofSystem();

  /** How soon it is asked again whether the copies have been made. */
  private static final Duration SOON = Duration.ofSeconds(2);

  /** How often a package that waits to be sent is looked after. */
  private static final Duration NOW_AND_THEN = Duration.ofMinutes(1);

  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  /** How often it is asked during the writing whether a hold has come. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private static final int MOST_FAULTS = 10_000;
  private static final int FAILURES_SHOWN = 3;

  private final Transfers.Ports ports;
  private final TransferBook book;
  private final Copies copies;
  private final HoldRule holds;
  private final Events events;
  private final Map<NodeId, Transfer.Progress> progress = new ConcurrentHashMap<>();
  private final Map<NodeId, Integer> failures = new ConcurrentHashMap<>();

  Packaging(Transfers.Ports ports, TransferBook book, Copies copies, HoldRule holds) {
    this.ports = ports;
    this.book = book;
    this.copies = copies;
    this.holds = holds;
    this.events = new Events(ports.audit(), ports.accounts());
  }

  /** How far the packaging in this process has come. */
  Optional<Transfer.Progress> progress(NodeId disposition) {
    return Optional.ofNullable(progress.get(disposition));
  }

  /**
   * Does what is to be done now for a disposition.
   *
   * @param alive asked on the way; false when the lease was lost or the process ends
   */
  void step(WorkQueue.Work work, BooleanSupplier alive) {
    NodeId id = NodeId.of(work.key());
    try {
      Optional<Approved> found = ports.transactions().read(() -> ports.approved().find(id));
      Optional<Node> node = ports.transactions().read(() -> book.find(id));
      if (found.isEmpty() || node.isEmpty()) {
        done(work);
        return;
      }
      switch (Station.of(node.get())) {
        case PACKAGING -> pack(work, node.get(), found.get(), alive);
        case PACKAGED -> lookAfter(work, node.get(), found.get());
        case IN_CUSTODY, REJECTED, DESTROYED -> clear(work, node.get());
        default -> done(work);
      }
    } catch (Stopped e) {
      LOG.info("Packaging of {} was interrupted and goes on", work.key());
      ports.queue().release(work);
    } catch (IOException | RuntimeException e) {
      // What interrupted it must not interrupt the telling of it.
      boolean interrupted = Thread.interrupted();
      if (alive.getAsBoolean()) {
        failed(work, id, e);
      } else {
        LOG.info("Packaging of {} was interrupted and goes on", work.key());
        ports.queue().release(work);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    } finally {
      progress.remove(id);
    }
  }

  /** Has what was put off done now. */
  void again(NodeId disposition) {
    ports.transactions().write(() -> ports.queue().add(QUEUE, disposition.value()));
  }

  private void failed(WorkQueue.Work work, NodeId id, Exception e) {
    int count = failures.merge(id, 1, Integer::sum);
    LOG.error("Packaging of {} failed {} times; it is tried again", work.key(), count, e);
    ports.queue().later(work, AFTER_FAILURE, e.getClass().getSimpleName());
    if (count == FAILURES_SHOWN) {
      ports
          .transactions()
          .write(
              () ->
                  book.faults(
                      id,
                      List.of(
                          new TransferFault(
                              "packaging-failed",
                              "",
                              "Packaging has failed several times and is tried again.",
                              "Have the administrator look into the server's log and at the room"
                                  + " left where packages lie.",
                              Optional.empty()))));
    }
  }

  private void done(WorkQueue.Work work) {
    failures.remove(NodeId.of(work.key()));
    ports.transactions().write(() -> settled(work));
  }

  private void settled(WorkQueue.Work work) {
    if (!ports.queue().done(work)) {
      throw new IllegalStateException("Another node has taken over " + work.key());
    }
  }

  /** The package's name, which travels. */
  static String name(Approved approved) {
    return approved.number().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
  }

  private void pack(WorkQueue.Work work, Node node, Approved approved, BooleanSupplier alive)
      throws IOException {
    if (withdrawn(approved)) {
      ports.packager().discard(name(approved));
      ports.queue().later(work, Duration.ZERO, "A folder has left it");
      return;
    }
    if (approved.folders().isEmpty()) {
      ports.packager().discard(name(approved));
      ports
          .transactions()
          .write(
              () -> {
                ports
                    .approved()
                    .back(
                        Actor.ofSystem(),
                        approved.id(),
                        "Every folder has left it, being under a hold or no longer due.");
                book.write(SYSTEM, approved.id(), Station.APPROVED, noPackage());
                settled(work);
              });
      return;
    }
    markInTransfer(approved);
    Records records = new Records(ports.nodes(), approved.folders());
    CopyRound.Result round =
        new CopyRound(
                approved.id(),
                ports.packager(),
                copies,
                ports.contents(),
                ports.transactions(),
                alive)
            .over(records);
    ports.checkpoint().reached("transfer-copies");
    progress.put(approved.id(), new Transfer.Progress(0, 0, round.files(), round.bytes()));
    if (round.waiting() > 0) {
      ports.queue().later(work, SOON, round.waiting() + " copies are being made");
    } else if (!round.faults().isEmpty()) {
      refuse(work, approved, round.faults());
    } else {
      write(work, node, approved, records, round, alive);
    }
  }

  private void write(
      WorkQueue.Work work,
      Node node,
      Approved approved,
      Records records,
      CopyRound.Result round,
      BooleanSupplier alive)
      throws IOException {
    Instant since = node.instant(Rec.PACKAGING_SINCE).orElse(node.modifiedAt());
    Description description = new Description(ports.packager().sender().office(), ports.office());
    Rows rows =
        new Rows(
            records,
            ports.transactions().read(() -> copies.of(approved.id())),
            ports.contents(),
            ports.versions(),
            description,
            events,
            since);
    Watch watch = new Watch(approved, alive, round);
    Written written;
    try {
      written =
          ports.packager().write(shipment(approved, records, description, since), rows, watch);
    } catch (HoldCame e) {
      LOG.info("A hold came upon something in the package of {}", approved.number());
      ports.queue().later(work, Duration.ZERO, "A hold has come");
      return;
    }
    ports.checkpoint().reached("transfer-written");
    if (written instanceof Written.Stopped stopped) {
      boolean changed =
          stopped.faults().stream()
              .map(TransferFault::code)
              .anyMatch(List.of(TransferFault.ROWS, TransferFault.PLACE_TAKEN)::contains);
      if (changed && failures.merge(approved.id(), 1, Integer::sum) <= FAILURES_SHOWN) {
        LOG.info(
            "What is in {} has changed since it was begun: it is begun anew", approved.number());
        beginAnew(approved);
        ports.queue().later(work, SOON, "It is begun anew");
      } else {
        refuse(work, approved, named(stopped.faults(), rows));
      }
      return;
    }
    Written.Complete complete = (Written.Complete) written;
    List<TransferFault> faults = ports.packager().check(name(approved), rows, alive);
    ports.checkpoint().reached("transfer-checked");
    if (faults.isEmpty()) {
      keep(work, new Begun(approved, node.instant(Rec.PACKAGING_SINCE)), complete);
    } else {
      ports.packager().discard(name(approved));
      refuse(work, approved, faults);
    }
  }

  private Packager.Shipment shipment(
      Approved approved, Records records, Description description, Instant since) {
    LocalDate from = null;
    LocalDate to = null;
    Set<String> restrictions = new TreeSet<>();
    for (Records.Document each : records) {
      PackedFile.Description of = description.of(each);
      LocalDate day = of.created();
      Stream.of(of.rights().split("; ")).filter(part -> !part.isEmpty()).forEach(restrictions::add);
      from = from == null || day.isBefore(from) ? day : from;
      to = to == null || day.isAfter(to) ? day : to;
    }
    LocalDate today = description.day(since);
    return new Packager.Shipment(
        name(approved),
        approved.seriesTitle(),
        "Records of the series "
            + approved.seriesTitle()
            + ": "
            + approved.folders().size()
            + (approved.folders().size() == 1 ? " case folder" : " case folders")
            + " with what was received, answered and filed in "
            + (approved.folders().size() == 1 ? "it." : "them."),
        from == null ? today : from,
        to == null ? today : to,
        approved.authority(),
        String.join("; ", restrictions),
        since);
  }

  /** A fault about a row names its record. */
  private static List<TransferFault> named(List<TransferFault> faults, Iterable<PackedFile> rows) {
    Map<String, String> byPath = new HashMap<>();
    for (PackedFile row : rows) {
      String path = String.join("/", row.folders()) + "/" + row.name();
      byPath.putIfAbsent(path, row.copyOf().orElse(row.id()));
    }
    return faults.stream()
        .map(
            fault ->
                fault.node().isPresent()
                    ? fault
                    : new TransferFault(
                        fault.code(),
                        fault.path(),
                        fault.what(),
                        fault.todo(),
                        Optional.ofNullable(byPath.get(fault.path()))))
        .toList();
  }

  /** Something came under a hold while it was being written. */
  private static final class HoldCame extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HoldCame() {
      super("A hold has come");
    }
  }

  /** Looks up now and then while files are copied. */
  private final class Watch implements Packager.Progress {
    private final Approved approved;
    private final BooleanSupplier alive;
    private final CopyRound.Result round;
    private Instant looked = ports.clock().instant();

    Watch(Approved approved, BooleanSupplier alive, CopyRound.Result round) {
      this.approved = approved;
      this.alive = alive;
      this.round = round;
    }

    @Override
    public void copied(long files, long bytes) {
      progress.put(
          approved.id(),
          new Transfer.Progress(
              files, bytes, Math.max(files, round.files()), Math.max(bytes, round.bytes())));
      ports.checkpoint().reached("transfer-file");
      if (!alive.getAsBoolean()) {
        throw new Stopped();
      }
      Instant now = ports.clock().instant();
      if (now.isAfter(looked.plus(BETWEEN_LOOKS))) {
        looked = now;
        if (ports.transactions().read(() -> anyUnderHold(approved))) {
          throw new HoldCame();
        }
      }
    }
  }

  private boolean anyUnderHold(Approved approved) {
    return approved.folders().stream()
        .anyMatch(
            folder -> holds.held(folder).isPresent() || holds.keptByOthers(folder).isPresent());
  }

  /**
   * Folders that must not go leave it, and in the same transaction what was packaged is its package
   * no more: whenever this process ends, nothing of them is sent. Returns whether it is begun anew.
   */
  private boolean withdrawn(Approved approved) {
    return ports
        .transactions()
        .write(
            () -> {
              Node node = book.hold(approved.id());
              if (!Station.of(node).beforeSent()) {
                return false;
              }
              boolean anew = left(Actor.ofSystem(), approved.id()) || outdated(node);
              if (anew) {
                anew(approved.id());
              } else if (packed(node).isEmpty()) {
                Map<QName, Object> values = new HashMap<>();
                values.put(Rec.PACKAGE_FOLDERS, approved.folders().size());
                book.write(SYSTEM, approved.id(), Station.of(node), values);
              }
              return anew;
            });
  }

  /** How many folders its package was begun with. */
  private static Optional<Integer> packed(Node node) {
    return Optional.ofNullable((Integer) node.properties().get(Rec.PACKAGE_FOLDERS));
  }

  /** Whether a folder has left it since it was packaged, in whatever way. */
  boolean outdated(Node node) {
    Optional<Integer> now = ports.approved().find(node.id()).map(each -> each.folders().size());
    return packed(node).isPresent() && !packed(node).equals(now);
  }

  /** The same within the transaction in progress. */
  boolean left(Actor actor, NodeId disposition) {
    return ports.approved().lookAgain(actor, disposition) > 0;
  }

  private void markInTransfer(Approved approved) {
    for (NodeId folder : approved.folders()) {
      ports
          .transactions()
          .write(
              () -> {
                boolean marked =
                    ports
                        .clocks()
                        .find(folder)
                        .filter(row -> row.state() == ClockState.IN_TRANSFER)
                        .isPresent();
                if (!marked) {
                  ports
                      .clocks()
                      .mark(
                          SYSTEM,
                          folder,
                          ClockState.IN_TRANSFER,
                          "It is on its way to the National Archives with "
                              + approved.number()
                              + ".");
                }
              });
    }
  }

  private void beginAnew(Approved approved) throws IOException {
    ports.packager().discard(name(approved));
    ports.transactions().write(() -> anew(approved.id()));
  }

  /** What lies on disk from before is known by when it was begun. */
  private void anew(NodeId disposition) {
    Map<QName, Object> values = new HashMap<>(noPackage());
    values.put(Rec.PACKAGING_SINCE, now());
    book.write(SYSTEM, disposition, Station.PACKAGING, values);
  }

  /** What is said of a package is no longer true. */
  static Map<QName, Object> noPackage() {
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.PACKAGE_NAME, null);
    values.put(Rec.PACKAGE_FOLDERS, null);
    values.put(Rec.PACKAGE_FILES, null);
    values.put(Rec.PACKAGE_BYTES, null);
    values.put(Rec.PACKAGE_SEAL, null);
    values.put(Rec.PACKAGE_CHECKED_AT, null);
    return values;
  }

  private void told(NodeId id, Map<String, String> details) {
    ports.audit().record(Actor.ofSystem().did(Action.PACKAGE, id, details));
  }

  private void refuse(WorkQueue.Work work, Approved approved, List<TransferFault> faults) {
    ports
        .transactions()
        .write(
            () -> {
              book.hold(approved.id());
              book.write(SYSTEM, approved.id(), Station.REFUSED, noPackage());
              book.faults(approved.id(), faults.stream().limit(MOST_FAULTS).toList());
              told(
                  approved.id(),
                  Map.of("result", "refused", "faults", String.valueOf(faults.size())));
              settled(work);
            });
  }

  /** What a package was written of, and since when. */
  private record Begun(Approved approved, Optional<Instant> since) {}

  private void keep(WorkQueue.Work work, Begun begun, Written.Complete complete)
      throws IOException {
    Approved approved = begun.approved();
    boolean kept =
        ports
            .transactions()
            .write(
                () -> {
                  Node now = book.hold(approved.id());
                  boolean ours = ports.queue().leased(QUEUE, work.id(), work.lease()).isPresent();
                  if (Station.of(now) != Station.PACKAGING || !ours) {
                    throw new IllegalStateException("Another node has taken over " + work.key());
                  }
                  if (!now.instant(Rec.PACKAGING_SINCE).equals(begun.since())) {
                    return false;
                  }
                  if (left(Actor.ofSystem(), approved.id()) || outdated(now)) {
                    anew(approved.id());
                    return false;
                  }
                  Map<QName, Object> values = new HashMap<>();
                  values.put(Rec.PACKAGE_NAME, name(approved));
                  values.put(Rec.PACKAGE_FILES, complete.files());
                  values.put(Rec.PACKAGE_BYTES, complete.bytes());
                  values.put(Rec.PACKAGE_SEAL, complete.seal());
                  values.put(Rec.PACKAGE_CHECKED_AT, now());
                  book.write(SYSTEM, approved.id(), Station.PACKAGED, values);
                  book.faults(approved.id(), List.of());
                  told(
                      approved.id(),
                      Map.of(
                          "result", "packaged",
                          "files", String.valueOf(complete.files()),
                          "bytes", String.valueOf(complete.bytes()),
                          "seal", complete.seal()));
                  // Not after it: who sends or rejects it at once is not to be put off by this.
                  ports.queue().later(work, NOW_AND_THEN, "It waits to be sent");
                  return true;
                });
    ports.checkpoint().reached("transfer-packaged");
    if (!kept) {
      ports.packager().discard(name(approved));
      ports.queue().later(work, Duration.ZERO, "What is in it has changed");
    }
  }

  /** A package that waits to be sent: what a hold comes upon leaves it. */
  private void lookAfter(WorkQueue.Work work, Node node, Approved approved) throws IOException {
    if (withdrawn(approved)) {
      ports.checkpoint().reached("transfer-withdrawn");
      ports.packager().discard(name(approved));
      ports.queue().later(work, Duration.ZERO, "A folder has left it");
    } else {
      ports.queue().later(work, NOW_AND_THEN, "It waits to be sent");
    }
  }

  /** What is no longer needed here goes: the package. */
  private void clear(WorkQueue.Work work, Node node) throws IOException {
    Optional<String> name = node.text(Rec.PACKAGE_NAME);
    if (name.isPresent()) {
      ports.packager().discard(name.get());
    }
    ports.checkpoint().reached("transfer-cleared");
    done(work);
  }

  private Instant now() {
    return ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
