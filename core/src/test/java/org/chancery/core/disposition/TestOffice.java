package org.chancery.core.disposition;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.chancery.core.Chancery;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Role;
import org.chancery.core.correspondence.NewCaseFile;
import org.chancery.core.correspondence.NewCaseFolder;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.intake.Intake;
import org.chancery.core.intake.LetterWork;
import org.chancery.core.intake.Reason;
import org.chancery.core.intake.WorkQueue.Work;
import org.chancery.core.memory.MemoryHost;
import org.chancery.core.memory.MemoryOffice;
import org.chancery.core.memory.SettableClock;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Sha256;
import org.chancery.core.schedule.ActivityKind;
import org.chancery.core.transfer.Transfers;
import org.chancery.core.upkeep.RecordsSettings;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;

/** The domain on a host in memory, with its own clock; nothing runs in the background. */
final class TestOffice {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** The end of the process; not an exception: nothing catches it, as nothing catches that. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  final SettableClock clock;
  final MemoryHost host;
  final MemoryOffice people = new MemoryOffice();
  final UnaryOperator<Destruction> around;
  Chancery chancery;

  private final ZoneId zone;

  TestOffice(Instant now, UnaryOperator<Destruction> around) {
    this(now, RecordsSettings.usual().office(), around);
  }

  /** In a time zone. */
  TestOffice(Instant now, ZoneId zone, UnaryOperator<Destruction> around) {
    this.zone = zone;
    clock = new SettableClock(now);
    host = new MemoryHost(clock, Checkpoint.NONE);
    this.around = around;
    for (String user : List.of("ann", "bob")) {
      people.add(user, "EXECSEC", Role.RECORDS_OFFICER, Role.EXECUTIVE_SECRETARY);
    }
    start(Checkpoint.NONE);
    chancery.bootstrap().run();
  }

  /** Begins anew on what is there. */
  void start(Checkpoint checkpoint) {
    chancery =
        new Chancery(
            new Chancery.Ports(
                host.nodes(),
                host.contents(),
                host.versions(),
                host.permissions(),
                host,
                host.sequences(),
                host.ledger(),
                host.queue(),
                host.answers(),
                Optional.empty(),
                host.searcher(),
                people,
                people,
                Optional.empty(),
                host.engine(),
                Optional.empty(),
                host.model(),
                List.of(),
                text -> Sha256.of(text).getBytes(StandardCharsets.US_ASCII),
                checkpoint,
                host.clocks(),
                new RecordsSettings(zone, true),
                around.apply(host.destruction()),
                host.packager(),
                host.others(),
                clock),
            new Intake.Settings(
                Optional.empty(),
                Duration.ofHours(1),
                Duration.ofHours(1),
                Path.of(System.getProperty("java.io.tmpdir")),
                1,
                Duration.ofSeconds(10),
                2,
                Duration.ofMillis(5),
                true));
  }

  RecordsDesk desk() {
    return chancery.recordsDesk();
  }

  Actor actor(String user) {
    return Actor.of(people.find(user).orElseThrow(), "test");
  }

  NodeId folder(String name) {
    return host.write(
        () ->
            chancery
                .caseFolders()
                .create(
                    actor("ann"), new NewCaseFolder("individual", name, Optional.empty(), Map.of()))
                .id());
  }

  NodeId file(NodeId folder) {
    return host.write(
        () ->
            chancery
                .caseFiles()
                .create(
                    actor("ann"),
                    folder,
                    new NewCaseFile(
                        "Subject",
                        "public",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()))
                .id());
  }

  /** A folder of the library. */
  NodeId libraryFolder(NodeId parent, String name) {
    return host.write(
        () ->
            host.nodes()
                .create(
                    actor("ann").caller().elevated(), NewNode.of(parent, Cm.FOLDER, name, Map.of()))
                .id());
  }

  /** Something is filed in a folder. */
  NodeId document(NodeId folder, String name) {
    Caller elevated = actor("ann").caller().elevated();
    return host.write(
        () -> {
          NodeId id =
              host.nodes().create(elevated, NewNode.of(folder, Cor.DOCUMENT, name, Map.of())).id();
          byte[] text = ("Dear Sir, of " + id).getBytes(StandardCharsets.US_ASCII);
          host.contents()
              .attach(
                  elevated,
                  id,
                  Cm.CONTENT,
                  host.contents().store(new ByteArrayInputStream(text), "text/plain"));
          chancery.schedule().clocks().at(elevated, id, ActivityKind.FILED);
          return id;
        });
  }

  void close(NodeId file) {
    host.write(() -> chancery.closing().close(actor("ann"), file, Optional.empty()));
  }

  void reopen(NodeId file) {
    host.write(() -> chancery.closing().reopen(actor("ann"), file, "more came"));
  }

  Reviews.Outcome review(NodeId folder, String decision) {
    return host.write(
        () ->
            desk()
                .reviews()
                .decide(actor("ann"), List.of(folder), decision, Optional.empty(), "read it"));
  }

  Disposition approve(NodeId disposition, String user) {
    return host.write(() -> desk().approvals().approve(actor(user), disposition, "it may go"));
  }

  List<Disposition> dispositions() {
    return desk().book().list(each -> true, Optional.empty(), 1000).items();
  }

  /** A point that ends the process when any has been reached for that time. */
  static Checkpoint killAt(int time) {
    AtomicInteger left = new AtomicInteger(time);
    return point -> {
      if (left.decrementAndGet() == 0) {
        throw new Killed();
      }
    };
  }

  /** Packages all that is to be packaged, and looks after it for some minutes. */
  void packageAll() {
    host.queue().releaseAll(Transfers.QUEUE);
    for (int minute = 0; minute < 4; minute++) {
      Optional<Work> work = host.queue().take(Transfers.QUEUE, MINUTE);
      while (work.isPresent()) {
        chancery.transfers().goOn(work.get(), () -> true);
        work = host.queue().take(Transfers.QUEUE, MINUTE);
      }
      clock.forward(MINUTE);
    }
  }

  private ContentInfo lasting() {
    byte[] text = ("%PDF lasting " + NodeId.random()).getBytes(StandardCharsets.US_ASCII);
    return host.contents().store(new ByteArrayInputStream(text), "application/pdf");
  }

  /** Somebody adds a copy beside a record. */
  void addCopy(NodeId disposition, NodeId of, String name) {
    host.write(
        () -> {
          chancery.transfers().addCopy(actor("ann"), disposition, of, name, lasting(), "it lasts");
        });
  }

  /** What readers do with the copies that were ordered. */
  void makeCopies() {
    LetterWork work = chancery.transfers().work(new NoLetters());
    Optional<Work> next = host.queue().take(LetterWork.QUEUE, MINUTE);
    while (next.isPresent()) {
      Work taken = next.get();
      host.write(
          () -> {
            work.keep(Actor.ofSystem(), NodeId.of(taken.key()), lasting(), List.of());
            host.queue().done(taken);
          });
      next = host.queue().take(LetterWork.QUEUE, MINUTE);
    }
  }

  /** Nobody writes letters. */
  private static final class NoLetters implements LetterWork {
    @Override
    public Optional<Order> begin(NodeId document) {
      return Optional.empty();
    }

    @Override
    public void keep(Actor writer, NodeId document, ContentInfo letter, List<String> unfilled) {
      throw new AssertionError("no letter was ordered");
    }

    @Override
    public void refuse(Actor writer, NodeId document, Reason reason) {
      throw new AssertionError("no letter was ordered");
    }
  }

  /** Carries out all that waits for it. */
  void carryOut() {
    host.queue().releaseAll(Execution.QUEUE);
    Optional<Work> work = host.queue().take(Execution.QUEUE, Duration.ofMinutes(1));
    while (work.isPresent()) {
      desk().execution().goOn(work.get(), () -> true);
      work = host.queue().take(Execution.QUEUE, Duration.ofMinutes(1));
    }
  }
}
