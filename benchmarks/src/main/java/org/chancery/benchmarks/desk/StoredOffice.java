package org.chancery.benchmarks.desk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.chancery.acceptance.process.ServerProcess;
import org.chancery.benchmarks.office.Office;
import org.chancery.benchmarks.server.DataFolder;
import org.chancery.core.access.AccessLists;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Role;
import org.chancery.core.correspondence.Bootstrap;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;
import org.chancery.standalone.accounts.LocalAccounts;
import org.chancery.standalone.store.PostgresStore;

/**
 * The office in a standalone server's store: every case file with its three parts, four to a case
 * folder, its taskings, of a third of which something became; a message to somebody in every
 * twentieth file, and for every fiftieth a letter that waits to be filed. Who may see what is as
 * the server leaves it after each of these was made by hand.
 */
final class StoredOffice {
  /** Sees everything; beside the staff. */
  static final Account SECRETARY =
      new Account(
          "secretary",
          "Executive secretary",
          Set.of(),
          Set.of(new Assignment(Role.EXECUTIVE_SECRETARY, Optional.empty())),
          true);

  private static final int TO_A_FOLDER = 4;
  private static final int AT_ONCE = 25 * TO_A_FOLDER;
  private static final int WRITERS = 3;
  private static final Caller SYSTEM = Caller.ofSystem();

  private final PostgresStore store;
  private final Nodes nodes;
  private final NodeId year;

  private StoredOffice(PostgresStore store, NodeId year) {
    this.store = store;
    this.nodes = store.nodes();
    this.year = year;
  }

  /** The password of everybody. */
  static String password() {
    return ServerProcess.ADMIN_PASSWORD;
  }

  /** Fills an empty data folder. */
  static void fill(Path data, int files, int components, long seed) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Office office = new Office(seed, today, components);
    DataFolder.fill(
        data,
        files + " case files",
        server -> {
          LocalAccounts accounts = server.getBean(LocalAccounts.class);
          office.components().forEach(accounts::addComponent);
          office.staff().forEach(person -> accounts.create(person, password()));
          accounts.create(SECRETARY, password());
          PostgresStore store = server.getBean(PostgresStore.class);
          new Bootstrap(
                  store.nodes(), store.permissions(), store.transactions(), accounts, () -> {})
              .run();
          NodeId year = Place.CASE_FOLDERS.below("2008");
          store
              .transactions()
              .write(
                  () ->
                      store
                          .nodes()
                          .create(
                              SYSTEM,
                              new NewNode(
                                  year,
                                  Place.CASE_FOLDERS.id(),
                                  Cm.FOLDER,
                                  "2008",
                                  Set.of(),
                                  Map.of())));
          new StoredOffice(store, year).fill(office, files);
        });
  }

  private void fill(Office office, int files) {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<CompletableFuture<Void>> written = new ArrayList<>();
      for (int first = 0; first < files; first += AT_ONCE) {
        List<Office.CaseFile> batch = new ArrayList<>();
        for (int number = first; number < Math.min(files, first + AT_ONCE); number++) {
          batch.add(office.next(number));
        }
        written.add(
            CompletableFuture.runAsync(
                () -> store.transactions().write(() -> folders(batch)), writers));
      }
      written.forEach(CompletableFuture::join);
    } finally {
      writers.shutdown();
    }
  }

  private void folders(List<Office.CaseFile> files) {
    for (int at = 0; at < files.size(); at += TO_A_FOLDER) {
      List<Office.CaseFile> together = files.subList(at, Math.min(files.size(), at + TO_A_FOLDER));
      String holder = "Holder " + together.get(0).number();
      NodeId folder =
          create(
              year,
              Cor.CASE_FOLDER,
              holder,
              Set.of(),
              Map.of(Cor.HOLDER_KIND, "individual", Cor.HOLDER_NAME, holder));
      List<AccessList> lists = new ArrayList<>();
      for (Office.CaseFile file : together) {
        lists.add(file(folder, file));
      }
      store.permissions().set(SYSTEM, folder, AccessLists.ofCaseFolder(lists, List.of()));
    }
  }

  /** A case file; answers who may do what in it. */
  private AccessList file(NodeId folder, Office.CaseFile file) {
    Map<QName, Object> values = file.values();
    NodeId id =
        create(folder, Cor.CASE_FILE, values.get(Cor.FILE_NUMBER).toString(), Set.of(), values);
    AccessList list = access(file);
    store.permissions().set(SYSTEM, id, list);
    create(id, Cor.PEOPLE_PART, "people", Set.of(), Map.of());
    NodeId routing = create(id, Cor.ROUTING_PART, "routing", Set.of(), Map.of());
    create(id, Cor.DOCUMENTS_PART, "documents", Set.of(), Map.of());
    int number = 0;
    for (Office.Tasking tasking : file.taskings()) {
      tasking(id, routing, tasking, ++number);
    }
    if (file.number() % 20 == 0) {
      create(
          routing,
          Cor.FILE_MESSAGE,
          "Message",
          Set.of(),
          Map.of(
              Cor.MESSAGE_FOR,
              List.of(Office.user(file.component(), file.number() / 20 % Office.STAFF.size())),
              Cor.NOTE_TEXT,
              "Please look at the second paragraph."));
    }
    if (file.number() % 50 == 0) {
      letter(file);
    }
    return list;
  }

  /** The components of the file, and whoever has something to do in it. */
  private static AccessList access(Office.CaseFile file) {
    Set<Grant> grants = new LinkedHashSet<>();
    grants.addAll(AccessLists.ofCaseFile(List.of(file.component())).grants());
    file.taskings().stream()
        .filter(each -> each.done().isEmpty())
        .map(Office.Tasking::assignee)
        .distinct()
        .filter(name -> grants.stream().noneMatch(each -> each.authority().equals(name)))
        .forEach(name -> grants.add(new Grant(name, Grant.Role.EDITOR)));
    return new AccessList(false, grants);
  }

  private void tasking(NodeId file, NodeId routing, Office.Tasking tasking, int number) {
    Map<QName, Object> values = new LinkedHashMap<>(tasking.values());
    values.put(Cor.TASK_FILE, file.value());
    NodeId id = create(routing, Cor.TASKING, "Task " + number, Set.of(), values);
    if (number == 1) {
      create(
          id,
          Cor.TASKING_EVENT,
          "extended",
          Set.of(),
          Map.of(
              Cor.EVENT_KIND,
              "extended",
              Cor.EVENT_FROM,
              tasking.given().toString(),
              Cor.EVENT_TO,
              tasking.due().toString(),
              Cor.NOTE_TEXT,
              "The field office has not answered yet."));
    }
  }

  private void letter(Office.CaseFile file) {
    create(
        Place.intakeOf(Optional.of(file.component())),
        Cor.DOCUMENT,
        "letter " + file.number() + ".pdf",
        Set.of(QName.of("cor:received")),
        Map.of(
            Cor.SHA256,
            String.format(Locale.ROOT, "%064x", file.number()),
            Cor.RECEIVED_AT,
            Office.moment(file.received()),
            Cor.CHANNEL,
            "upload",
            Cor.INTAKE_STATE,
            "ready"));
  }

  private NodeId create(
      NodeId parent, QName type, String name, Set<QName> aspects, Map<QName, Object> values) {
    NodeId id = NodeId.random();
    nodes.create(SYSTEM, new NewNode(id, parent, type, name, aspects, values));
    return id;
  }
}
