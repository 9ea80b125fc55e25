package org.chancery.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.Chancery;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.Place;
import org.chancery.core.disposition.Disposition;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.standalone.store.PostgresStore;

/**
 * A server in a process of its own, which is given folders to dispose of, or goes on with them; for
 * {@link KilledDispositionTest}.
 */
final class DisposingServer {
  static final int NOT_KILLED = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int FOLDERS = 3;

  private final RunningServer server;
  private final Chancery chancery;
  private final PostgresStore store;
  private final Transactions transactions;

  private DisposingServer(RunningServer server) {
    this.server = server;
    this.chancery = server.bean(Chancery.class);
    this.store = server.bean(PostgresStore.class);
    this.transactions = store.transactions();
  }

  /**
   * Begins, and waits to be killed; or goes on, and says what came of it.
   *
   * @param arguments the data folder; {@code begin} or {@code end}
   */
  public static void main(String[] arguments) throws InterruptedException {
    RunningServer server = new RunningServer(Path.of(arguments[0]));
    DisposingServer disposing = new DisposingServer(server);
    if (arguments[1].equals("begin")) {
      disposing.begin();
      Thread.sleep(PATIENCE.toMillis());
      System.exit(NOT_KILLED);
    }
    disposing.end();
    server.close();
    System.exit(0);
  }

  private static Actor officer(String user) {
    return new Actor(new Caller(user, Set.of(), true), Optional.empty(), "test");
  }

  private void begin() {
    Actor ann = officer("ann");
    for (int i = 0; i < FOLDERS; i++) {
      transactions.write(
          () -> {
            NodeId id =
                store
                    .nodes()
                    .create(
                        ann.caller(),
                        NewNode.of(
                            Place.LIBRARY.id(), Cm.FOLDER, "Shelf " + NodeId.random(), Map.of()))
                    .id();
            chancery.schedule().apply(ann, id, Optional.of("ADHOC-REPORTS"), "of one day");
            chancery.schedule().noLongerNeeded(ann, id, "the meeting is over");
            System.out.println("SHELF " + id);
          });
    }
    chancery.recordsDesk().run();
    for (Disposition each : dispositions()) {
      if (each.state() == Disposition.State.PROPOSED) {
        approve(each.id(), "ann");
        approve(each.id(), "bob");
      }
    }
  }

  private void approve(NodeId disposition, String user) {
    transactions.write(
        () -> chancery.recordsDesk().approvals().approve(officer(user), disposition, "it may go"));
  }

  private List<Disposition> dispositions() {
    return transactions.read(
        () -> chancery.recordsDesk().book().list(each -> true, Optional.empty(), 100).items());
  }

  private void end() throws InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    while (dispositions().stream().anyMatch(each -> each.state().open())
        && Instant.now().isBefore(until)) {
      Thread.sleep(200);
    }
    for (Disposition each : dispositions()) {
      System.out.println(
          "DISPOSITION "
              + each.state()
              + " "
              + each.counts().done()
              + " "
              + transactions.read(() -> chancery.recordsDesk().certificates().exists(each.id())));
    }
    transactions
        .read(() -> chancery.recordsDesk().stubs().list(Optional.empty(), Optional.empty(), 500))
        .items()
        .forEach(stub -> System.out.println("STUB " + stub.of()));
    for (NodeId id : disposed()) {
      System.out.println("ROW " + id);
      if (transactions.read(() -> store.nodes().find(Caller.ofSystem(), id)).isPresent()) {
        System.out.println("THERE " + id);
      }
    }
  }

  private List<NodeId> disposed() {
    AuditTrail.Filter filter =
        new AuditTrail.Filter(
            Optional.empty(),
            Set.of(Action.DISPOSE),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<NodeId> all = new ArrayList<>();
    server
        .bean(AuditTrail.class)
        .read(filter, Optional.empty(), 200)
        .items()
        .forEach(entry -> all.add(entry.event().object().orElseThrow()));
    return all;
  }
}
