package org.chancery.core.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.intake.LetterWork;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.schedule.Clocks;
import org.chancery.core.transfer.ApprovedTransfers.Approved;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/**
 * The way of an approved transfer: packaged and checked, sent, the receipt entered, in custody
 * (requirement R7). The records stay until custody is accepted. Methods that change something join
 * the transaction in progress.
 */
public final class Transfers implements AutoCloseable {
  /** Transfers whose package is to be made, looked after or removed. */
  public static final String QUEUE = Packaging.QUEUE;

  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int LONGEST = 4000;
  private static final int LONGEST_ACCESSION = 255;
  private static final LocalDate FIRST = LocalDate.of(1985, 4, 1);

  private final Ports ports;
  private final TransferBook book;
  private final Copies copies;
  private final Packaging packaging;
  private final TransferLoop loop;
  private final BiConsumer<Caller, NodeId> remove;

  /**
   * On these ports.
   *
   * @param permissions of the host
   * @param holds says what is under a hold
   * @param remove takes a folder out of the world, whatever is in it
   */
  public Transfers(
      Ports ports, Permissions permissions, HoldRule holds, BiConsumer<Caller, NodeId> remove) {
    this.ports = ports;
    this.book = new TransferBook(ports.nodes(), ports.contents());
    this.copies = new Copies(ports.nodes(), ports.contents(), permissions, ports.queue(), remove);
    this.packaging = new Packaging(ports, book, copies, holds);
    this.loop = new TransferLoop(ports.queue(), packaging);
    this.remove = remove;
  }

  /**
   * What transfers work on.
   *
   * @param nodes the tree
   * @param contents the streams
   * @param versions earlier states
   * @param transactions the host's
   * @param queue durable work
   * @param audit the ledger
   * @param accounts who people are
   * @param clocks of the folders
   * @param approved the dispositions
   * @param packager writes packages
   * @param checkpoint where tests end the process
   * @param office the time zone whose days count
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Contents contents,
      Versions versions,
      Transactions transactions,
      WorkQueue queue,
      AuditTrail audit,
      Accounts accounts,
      Clocks clocks,
      ApprovedTransfers approved,
      Packager packager,
      Checkpoint checkpoint,
      ZoneId office,
      Clock clock) {}

  /** Begins to package what waits for it. */
  public void start() {
    loop.start();
  }

  /** Ends the packaging in this process; what was under way goes on after the next start. */
  @Override
  public void close() {
    loop.close();
  }

  /**
   * Goes on with a transfer by one step; what {@link #start} does by itself. Not to be called
   * within a transaction.
   *
   * @param work that was taken from {@link #QUEUE}; done, given back or put off when this returns
   * @param alive asked on the way; nothing goes on once it says no
   */
  public void goOn(WorkQueue.Work work, BooleanSupplier alive) {
    packaging.step(work, alive);
  }

  /** The copies that readers are to make, before any other letters. */
  public LetterWork work(LetterWork others) {
    return copies.before(others);
  }

  /** Told when copies are ordered, or letters. */
  public void onOrdered(Runnable wake) {
    loop.onOrdered(wake);
  }

  /**
   * A transfer.
   *
   * @throws NotFound when there is no approved disposition of that id whose action is to transfer
   */
  public Transfer get(NodeId id) {
    return seen(id);
  }

  private Transfer seen(NodeId id) {
    Approved approved = approved(id);
    Node node = book.find(id).orElseThrow(() -> new NotFound(id));
    Station station = approved.done() ? Station.DESTROYED : Station.of(node);
    return new Transfer(
        id,
        station,
        station == Station.PACKAGING ? packaging.progress(id) : Optional.empty(),
        book.faults(node),
        made(node),
        node.date(Rec.SENT_ON),
        node.text(Rec.ACCESSION)
            .map(
                number ->
                    new Transfer.Receipt(
                        number, node.date(Rec.RECEIPT_ON).orElse(LocalDate.EPOCH))),
        node.instant(Rec.CUSTODY_AT).map(at -> at.atZone(ports.office()).toLocalDate()),
        node.instant(Rec.TRANSFER_REJECTED_AT)
            .map(at -> new Transfer.Rejection(node.text(Rec.TRANSFER_REJECTION).orElse(""), at)),
        allowed(station));
  }

  private static Optional<Transfer.Made> made(Node node) {
    return node.text(Rec.PACKAGE_NAME)
        .map(
            name ->
                new Transfer.Made(
                    name,
                    number(node, Rec.PACKAGE_FILES),
                    number(node, Rec.PACKAGE_BYTES),
                    node.text(Rec.PACKAGE_SEAL).orElse(""),
                    node.instant(Rec.PACKAGE_CHECKED_AT).orElse(node.modifiedAt())));
  }

  private static long number(Node node, QName name) {
    return node.properties().get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static List<String> allowed(Station station) {
    return switch (station) {
      case APPROVED -> List.of("package", "copies");
      case PACKAGING -> List.of("copies");
      case PACKAGED -> List.of("sent");
      case REFUSED -> List.of("package", "copies");
      case SENT -> List.of("receipt", "rejected");
      case RECEIPTED -> List.of("custody", "rejected");
      case IN_CUSTODY, DESTROYED, REJECTED -> List.of();
    };
  }

  private Approved approved(NodeId id) {
    return ports.approved().find(id).orElseThrow(() -> new NotFound(id));
  }

  /**
   * Has it packaged, in the background; goes on with what was begun. Nothing happens when it is
   * being packaged, or is.
   *
   * @throws WrongState when it was sent already
   */
  public Transfer pack(Actor actor, NodeId id) {
    Approved approved = approved(id);
    Station station = Station.of(book.hold(id));
    if (approved.folders().isEmpty() && !approved.done()) {
      throw new WrongState("Every folder has left it; nothing is left to be packaged.");
    }
    if (!station.beforeSent()) {
      throw new WrongState("It was sent already; it cannot be packaged again.");
    }
    if (station == Station.APPROVED || station == Station.REFUSED) {
      begin(actor, id, "begun");
    }
    return seen(id);
  }

  private void begin(Actor actor, NodeId id, String what) {
    Node node = book.find(id).orElseThrow(() -> new NotFound(id));
    Map<QName, Object> values = new HashMap<>(Packaging.noPackage());
    if (node.instant(Rec.PACKAGING_SINCE).isEmpty()) {
      values.put(Rec.PACKAGING_SINCE, now());
    }
    book.write(actor.caller(), id, Station.PACKAGING, values);
    book.faults(id, List.of());
    ports.queue().add(Packaging.QUEUE, id.value());
    ports.audit().record(actor.did(Action.PACKAGE, id, Map.of("result", what)));
  }

  /**
   * Whether a copy of that name may go beside a record; PDFs are looked into when they are added.
   */
  public void requireLasting(String name) {
    if (!ports.packager().stands(name)) {
      throw new Invalid(
          Map.of(
              "file",
              "must be in a lasting format: PDF/A, plain text, EML, TIFF, PNG, CSV or another that"
                  + " the National Archives take as it is"));
    }
  }

  /**
   * Adds a copy in a lasting format beside a record, for the package alone; the record is not
   * changed. When it was the last that the package was refused for, packaging goes on.
   *
   * @throws NotFound when the record is not in it
   * @throws Invalid without a reason, or when the copy is not in a lasting format
   * @throws WrongState when the package is made, or was sent
   */
  public Transfer addCopy(
      Actor actor, NodeId id, NodeId of, String name, ContentInfo stored, String reason) {
    requireLasting(name);
    if (stored.size() == 0) {
      throw new Invalid(Map.of("file", "has no content"));
    }
    Approved approved = approved(id);
    Station station = Station.of(book.hold(id));
    if (station != Station.APPROVED && station != Station.REFUSED && station != Station.PACKAGING) {
      throw new WrongState("The package is made; a copy is added before that.");
    }
    requireText("reason", reason, LONGEST);
    Node record = record(approved, of);
    Node copy = copies.add(actor, id, record, name, stored, reason.strip());
    if (Copies.ending(name).equals("pdf")) {
      copies.found(copy, requirePdfA(copy));
    }
    ports
        .audit()
        .record(
            actor.did(
                Action.ADD_COPY,
                of,
                Map.of(
                    "disposition", id.value(),
                    "copy", copy.id().value(),
                    "sha256", stored.sha256())));
    if (station == Station.PACKAGING) {
      // What is being written has been begun without it.
      book.write(actor.caller(), id, station, new HashMap<>(Map.of(Rec.PACKAGING_SINCE, now())));
    }
    if (station == Station.REFUSED) {
      List<TransferFault> left = new ArrayList<>(book.faults(book.hold(id)));
      left.removeIf(
          fault -> fault.mendedByCopy() && fault.node().filter(of.value()::equals).isPresent());
      if (left.isEmpty()) {
        begin(actor, id, "resumed");
      } else {
        book.faults(id, left);
      }
    }
    return seen(id);
  }

  private String requirePdfA(Node copy) {
    try {
      Path file = ports.contents().file(SYSTEM, copy.id(), Cm.CONTENT);
      Packager.PdfA found = ports.packager().pdfA(List.of(file), () -> true).get(0);
      if (found.flavour().isEmpty()) {
        throw new Invalid(Map.of("file", "must be PDF/A; it is none: " + found.why()));
      }
      return found.flavour();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Node record(Approved approved, NodeId of) {
    Node record =
        ports
            .nodes()
            .find(SYSTEM, of)
            .filter(node -> node.contents().containsKey(Cm.CONTENT))
            .orElseThrow(() -> new NotFound(of));
    boolean within =
        ports.nodes().ancestors(SYSTEM, of).stream()
            .anyMatch(above -> approved.folders().contains(above.id()));
    if (!within) {
      throw new NotFound(of);
    }
    return record;
  }

  /**
   * Enters that the package was sent.
   *
   * @throws WrongState when there is none that was checked, or something in it is under a hold by
   *     now; then it is made again without that
   */
  public Transfer sent(Actor actor, NodeId id, LocalDate on, String reason) {
    approved(id);
    Node node =
        require(id, Station.PACKAGED, "There is no package that was checked; have it made first.");
    requireDay("on", on);
    requireText("reason", reason, LONGEST);
    if (packaging.left(actor, id) || packaging.outdated(node)) {
      // Rolled back with this: the package is looked after apart, and soon.
      loop.hurry(id);
      throw new WrongState(
          "It cannot be sent: something in it is under a hold by now, or no longer due. It leaves"
              + " the package, which is made again without it.");
    }
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.SENT_ON, on);
    values.put(Rec.SENT_REASON, reason.strip());
    move(actor, id, Station.SENT, values, Map.of("on", on.toString()));
    return seen(id);
  }

  /** Enters the receipt, with the accession number. */
  public Transfer receipt(Actor actor, NodeId id, String accession, LocalDate on) {
    approved(id);
    Node node = require(id, Station.SENT, "A receipt is entered after it was sent.");
    requireText("accession", accession, LONGEST_ACCESSION);
    requireAfter("on", on, node.date(Rec.SENT_ON), "the day it was sent");
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.ACCESSION, accession.strip());
    values.put(Rec.RECEIPT_ON, on);
    move(actor, id, Station.RECEIPTED, values, Map.of("on", on.toString()));
    return seen(id);
  }

  /**
   * Enters that custody was accepted: what is in it is destroyed, and with it the package and the
   * copies that were made for it.
   */
  public Transfer custody(Actor actor, NodeId id, LocalDate on) {
    approved(id);
    Node node =
        require(id, Station.RECEIPTED, "Custody is entered after the receipt with its number.");
    requireAfter("on", on, node.date(Rec.RECEIPT_ON), "the day of the receipt");
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.CUSTODY_AT, on.atStartOfDay(ports.office()).toInstant());
    move(actor, id, Station.IN_CUSTODY, values, Map.of("on", on.toString()));
    clear(id);
    ports.approved().destroyTransferred(actor, id, node.text(Rec.ACCESSION).orElse(""));
    return seen(id);
  }

  /** Enters that the National Archives rejected it: what is in it is due as before. */
  public Transfer rejected(Actor actor, NodeId id, String reason) {
    approved(id);
    Station station = Station.of(book.hold(id));
    if (station != Station.SENT && station != Station.RECEIPTED) {
      throw new WrongState("It is rejected after it was sent, and before custody is accepted.");
    }
    requireText("reason", reason, LONGEST);
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.TRANSFER_REJECTED_AT, now());
    values.put(Rec.TRANSFER_REJECTION, reason.strip());
    move(actor, id, Station.REJECTED, values, Map.of());
    clear(id);
    ports.approved().back(actor, id, reason.strip());
    return seen(id);
  }

  /** The copies go now, the package soon. */
  private void clear(NodeId id) {
    copies.folder(id).ifPresent(folder -> remove.accept(SYSTEM, folder));
    ports.queue().add(Packaging.QUEUE, id.value());
  }

  private void move(
      Actor actor,
      NodeId id,
      Station station,
      Map<QName, Object> values,
      Map<String, String> details) {
    book.write(actor.caller(), id, station, values);
    Map<String, String> all = new HashMap<>(details);
    all.put("station", station.code());
    ports.audit().record(actor.did(Action.TRANSFER, id, all));
  }

  private Node require(NodeId id, Station station, String otherwise) {
    Node node = book.hold(id);
    if (Station.of(node) != station) {
      throw new WrongState(otherwise);
    }
    return node;
  }

  private void requireDay(String field, LocalDate day) {
    if (day == null || day.isBefore(FIRST) || day.isAfter(ports.clocks().today())) {
      throw new Invalid(Map.of(field, "must be a day, and not one to come"));
    }
  }

  private void requireAfter(String field, LocalDate day, Optional<LocalDate> since, String what) {
    requireDay(field, day);
    if (since.filter(day::isBefore).isPresent()) {
      throw new Invalid(Map.of(field, "must not lie before " + what));
    }
  }

  private static void requireText(String field, String text, int longest) {
    if (text == null || text.isBlank() || text.length() > longest) {
      throw new Invalid(Map.of(field, "must have between 1 and " + longest + " characters"));
    }
  }

  private Instant now() {
    return ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
