package org.chancery.standalone;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.chancery.core.Chancery;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.Place;
import org.chancery.core.disposition.Approvals;
import org.chancery.core.disposition.Disposition;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;
import org.chancery.core.schedule.Series;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Rec;
import org.chancery.ledger.Ledger;
import org.chancery.ledger.LedgerVerification;
import org.chancery.standalone.store.PostgresStore;

/**
 * A server in a process of its own: it first finishes what the one before it left, tells what came
 * of that, and then begins something to be killed at; for {@link KilledServerTest}.
 */
final class DisposingServer {
  static final int NOT_KILLED = 3;

  /** How every word begins that has to go. */
  static final String WORDS = "qzxv";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int FOLDERS = 3;
  private static final String TRANSFERRED =
      "ADHOC-LASTING,Ad-hoc reports that last,EXAMPLE-9,example,,permanent,no-longer-needed,,0,"
          + "days,transfer,For this test.\r\n";

  private final Path data;
  private final RunningServer server;
  private final Chancery chancery;
  private final PostgresStore store;
  private final Transactions transactions;

  private DisposingServer(Path data) {
    this.data = data;
    server = new RunningServer(data, List.of(ArmedCheckpoint.class));
    chancery = server.bean(Chancery.class);
    store = server.bean(PostgresStore.class);
    transactions = store.transactions();
  }

  /**
   * Finishes, tells, and waits to be killed; or finishes all for good.
   *
   * @param arguments the data folder; the point to be killed at, or {@code end}
   */
  public static void main(String[] arguments) {
    try {
      run(new DisposingServer(Path.of(arguments[0])), arguments[1]);
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      // Threads of the server would keep the process alive.
      System.exit(NOT_KILLED);
    }
  }

  private static void run(DisposingServer disposing, String point) throws Exception {
    disposing.finish();
    disposing.tell();
    if (!point.equals("end")) {
      disposing.begin(point);
      Thread.sleep(PATIENCE.toMillis());
      throw new IllegalStateException("It was not killed");
    }
    disposing.accept();
    disposing.finish();
    disposing.tell();
    disposing.look();
    disposing.server.close();
  }

  private static Actor officer(String user) {
    return new Actor(new Caller(user, Set.of(), true), Optional.empty(), "test");
  }

  /** As if the minute were over for which the work of the killed process is its own. */
  private void finish() throws InterruptedException {
    WorkQueue queue = server.bean(WorkQueue.class);
    queue.releaseAll("disposition");
    queue.releaseAll("transfer");
    queue.releaseAll("letters");
    await(
        () ->
            dispositions().stream().allMatch(this::settled)
                && packages().size()
                    == dispositions().stream()
                        .filter(each -> station(each.id()).equals("packaged"))
                        .count());
  }

  /** Something that comes to be so. */
  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    while (!condition.holds() && Instant.now().isBefore(until)) {
      Thread.sleep(100);
    }
  }

  private boolean settled(Disposition disposition) {
    return !disposition.state().open()
        || disposition.state() == Disposition.State.PROPOSED
        || station(disposition.id()).equals("packaged");
  }

  private String station(NodeId disposition) {
    return transactions.read(
        () ->
            store
                .nodes()
                .get(Caller.ofSystem(), disposition)
                .text(Rec.TRANSFER_STATE)
                .orElse("none"));
  }

  private List<Disposition> dispositions() {
    return transactions.read(
        () -> chancery.recordsDesk().book().list(each -> true, Optional.empty(), 100).items());
  }

  private void begin(String point) throws IOException, InterruptedException {
    ArmedCheckpoint.Armed armed = server.bean(ArmedCheckpoint.Armed.class);
    if (point.startsWith("transfer-cleared")) {
      armed.at(point);
      accept();
    } else if (point.startsWith("transfer-") || point.startsWith("package-")) {
      transfer(point, armed);
    } else {
      destroy(point, armed);
    }
  }

  private void destroy(String point, ArmedCheckpoint.Armed armed) throws IOException {
    for (int i = 0; i < FOLDERS; i++) {
      NodeId shelf = shelf("ADHOC-REPORTS");
      document(
          shelf,
          "note.txt",
          ("A note on " + WORDS + "matters of " + shelf).getBytes(StandardCharsets.UTF_8));
    }
    armed.at(point);
    chancery.recordsDesk().run();
    for (Disposition each : dispositions()) {
      for (String user : List.of("ann", "bob")) {
        Disposition now = transactions.read(() -> chancery.recordsDesk().book().get(each.id()));
        if (Approvals.mayApprove(now, user)) {
          approve(each.id(), user);
        }
      }
    }
  }

  private void transfer(String point, ArmedCheckpoint.Armed armed) throws IOException {
    if (chancery.schedule().plan().find("ADHOC-LASTING").isEmpty()) {
      String csv = chancery.schedule().plan().csv();
      transactions.write(
          () ->
              chancery
                  .schedule()
                  .plan()
                  .change(
                      officer("ann"), csv.stripTrailing() + "\r\n" + TRANSFERRED, "for a test"));
    }
    NodeId shelf = shelf("ADHOC-LASTING");
    for (String name : List.of("one.txt", "two.txt")) {
      document(
          shelf,
          name,
          ("The " + name + " of " + WORDS + "lasting " + shelf).getBytes(StandardCharsets.UTF_8));
    }
    if (point.equals("transfer-copies:2")) {
      document(shelf, "plain.pdf", pdf());
    }
    chancery.recordsDesk().run();
    for (Disposition each : dispositions()) {
      if (each.state() == Disposition.State.PROPOSED) {
        approve(each.id(), "ann");
        armed.at(point);
        post("transfers/" + each.id() + "/package", "{}");
      }
    }
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.save(out);
      return out.toByteArray();
    }
  }

  private NodeId shelf(String series) {
    Actor ann = officer("ann");
    NodeId id =
        transactions.write(
            () ->
                store
                    .nodes()
                    .create(
                        ann.caller(),
                        NewNode.of(
                            Place.LIBRARY.id(), Cm.FOLDER, "Shelf " + NodeId.random(), Map.of()))
                    .id());
    transactions.write(
        () -> chancery.schedule().apply(ann, id, Optional.of(series), "for one day"));
    System.out.println((series.equals("ADHOC-REPORTS") ? "SHELF " : "LASTING ") + id);
    return id;
  }

  private void document(NodeId shelf, String name, byte[] content) {
    Actor ann = officer("ann");
    transactions.write(
        () -> {
          NodeId id =
              store
                  .nodes()
                  .create(ann.caller(), NewNode.of(shelf, Cor.DOCUMENT, name, Map.of()))
                  .id();
          store
              .contents()
              .attach(
                  ann.caller(),
                  id,
                  Cm.CONTENT,
                  store
                      .contents()
                      .store(
                          new ByteArrayInputStream(content),
                          name.endsWith(".pdf") ? "application/pdf" : "text/plain"));
        });
    transactions.write(() -> chancery.schedule().noLongerNeeded(ann, shelf, "the meeting is over"));
  }

  private void approve(NodeId disposition, String user) {
    transactions.write(
        () -> chancery.recordsDesk().approvals().approve(officer(user), disposition, "it may go"));
  }

  /** All that waits to be sent is, and the National Archives have it. */
  private void accept() throws IOException {
    String today = chancery.schedule().clocks().today().toString();
    for (Disposition each : dispositions()) {
      if (station(each.id()).equals("packaged")) {
        String path = "transfers/" + each.id() + "/";
        post(path + "sent", "{'on':'" + today + "','reason':'by courier'}");
        post(path + "receipt", "{'accession':'NN-1','on':'" + today + "'}");
        post(path + "custody", "{'on':'" + today + "'}");
      }
    }
  }

  private void post(String path, String json) throws IOException {
    HttpResponse<String> answer =
        server.send(
            server
                .asProgram("/api/v1/" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + " " + answer.body());
    }
  }

  /** What has come of all of it, each fact in a line. */
  private void tell() {
    System.out.println("TOLD");
    packages().forEach(name -> System.out.println("FILE " + name));
    for (Disposition each : dispositions()) {
      boolean certified =
          transactions.read(() -> chancery.recordsDesk().certificates().exists(each.id()));
      System.out.println(
          each.action() == Series.FinalAction.DESTROY
              ? "DESTROYED " + each.state() + " " + each.counts().done() + " " + certified
              : "TRANSFER " + each.state() + " " + station(each.id()) + " " + copies(each.id()));
    }
    transactions
        .read(() -> chancery.recordsDesk().stubs().list(Optional.empty(), Optional.empty(), 500))
        .items()
        .forEach(stub -> System.out.println("STUB " + stub.of()));
    entries(Action.DISPOSE)
        .forEach(
            entry -> {
              NodeId id = entry.event().object().orElseThrow();
              System.out.println("ROW " + id);
              if (transactions.read(() -> store.nodes().find(Caller.ofSystem(), id)).isPresent()) {
                System.out.println("THERE " + id);
              }
            });
    entries(Action.PACKAGE)
        .forEach(
            entry ->
                System.out.println(
                    "PACKAGE "
                        + entry.event().object().orElseThrow()
                        + " "
                        + entry.event().details().get("result")));
  }

  private List<String> packages() {
    try (Stream<Path> all = Files.list(data.resolve("transfers"))) {
      return all.map(file -> file.getFileName().toString()).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The records that have a copy, each as often as it has one. */
  private List<String> copies(NodeId disposition) {
    return transactions.read(
        () ->
            store.nodes().child(Caller.ofSystem(), disposition, "Copies").stream()
                .flatMap(
                    folder ->
                        store
                            .nodes()
                            .children(Caller.ofSystem(), folder.id(), Optional.empty(), 100)
                            .items()
                            .stream())
                .map(copy -> copy.text(Rec.COPY_NAME).orElse(""))
                .toList());
  }

  private List<AuditTrail.AuditEntry> entries(Action action) {
    AuditTrail.Filter filter =
        new AuditTrail.Filter(
            Optional.empty(),
            Set.of(action),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return server.bean(AuditTrail.class).read(filter, Optional.empty(), 200).items();
  }

  /** Words that are left, and whether the ledger is whole. */
  private void look() throws Exception {
    HikariDataSource database = server.bean(HikariDataSource.class);
    DataReading going = new DataReading(data, WORDS);
    going.inDump(database).forEach(word -> System.out.println("LEFT " + word));
    going.inIndex().forEach(word -> System.out.println("LEFT " + word));
    server.bean(Ledger.class).sealNow();
    server.bean(Ledger.class).witnessNow();
    boolean clean = new LedgerVerification(database, data.resolve("witness")).verify().clean();
    System.out.println("LEDGER " + clean);
  }
}
