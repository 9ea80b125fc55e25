package org.chancery.benchmarks.search;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.chancery.acceptance.process.ServerProcess;
import org.chancery.benchmarks.server.DataFolder;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.model.QName;
import org.chancery.standalone.accounts.LocalAccounts;
import org.chancery.standalone.store.PostgresStore;

/**
 * The corpus as a server holds it: ten documents to a case file, the case file closed to all but
 * the components that the corpus lets read, the text as reading leaves it. Filled through the
 * server's own store, in its own process, before a server is started on the same data.
 */
final class ServedCorpus {

  private static final int TO_A_FILE = 10;
  private static final int AT_ONCE = 100;
  private static final int STORING = 8;
  private static final int FILES_TO_A_FOLDER = 500;
  private static final int ASKERS = 12;
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final QName TEXT = QName.of("cor:text");
  private static final Set<QName> OF_A_DOCUMENT =
      Set.of(QName.of("cor:received"), QName.of("cor:read"), QName.of("cor:letter"));
  private static final List<String> STATUSES = List.of("open", "routed", "in-review", "closed");
  private static final List<String> SOURCES =
      List.of("congress", "public", "white-house", "federal-agency", "state-local");
  private static final List<String> CHANNELS = List.of("watched-folder", "upload", "email");

  private final PostgresStore store;
  private final Corpus corpus;
  private final Random random;

  private ServedCorpus(PostgresStore store, long seed) {
    this.store = store;
    this.corpus = new Corpus(seed);
    this.random = new Random(seed + 2);
  }

  /** The accounts that ask: each belongs to one, two or three of the groups. */
  static List<Account> askers(long seed) {
    Random random = new Random(seed + 3);
    List<Account> askers = new ArrayList<>();
    for (int i = 0; i < ASKERS; i++) {
      Set<String> components = new TreeSet<>();
      for (int j = 0; j <= i % 3; j++) {
        components.add(Corpus.component(random.nextInt(Corpus.GROUPS)));
      }
      Set<Assignment> roles =
          components.stream()
              .map(code -> new Assignment(Role.CLERK, Optional.of(code)))
              .collect(Collectors.toSet());
      askers.add(new Account("asker-" + i, "Asker " + i, components, roles, true));
    }
    return askers;
  }

  /** The password of every asker. */
  static String password() {
    return ServerProcess.ADMIN_PASSWORD;
  }

  /** Fills an empty data folder; the index is complete and committed afterwards. */
  static void fill(Path data, int documents, long seed) {
    DataFolder.fill(
        data,
        documents + " documents",
        server -> {
          LocalAccounts accounts = server.getBean(LocalAccounts.class);
          for (int i = 0; i < Corpus.GROUPS; i++) {
            accounts.addComponent(new Component(Corpus.component(i), "Component " + i));
          }
          askers(seed).forEach(account -> accounts.create(account, password()));
          new ServedCorpus(server.getBean(PostgresStore.class), seed).files(documents);
        });
  }

  private void files(int documents) {
    ExecutorService storing = Executors.newFixedThreadPool(STORING);
    try {
      NodeId folder = NodeId.random();
      for (int first = 0; first < documents; first += AT_ONCE) {
        int file = first / TO_A_FILE;
        if (file % FILES_TO_A_FOLDER == 0) {
          folder = folder("Corpus " + file / FILES_TO_A_FOLDER);
        }
        NodeId into = folder;
        List<Stored> batch = stored(first, Math.min(documents, first + AT_ONCE), storing);
        store.transactions().write(() -> files(into, file, batch));
      }
    } finally {
      storing.shutdown();
    }
  }

  /** A document whose bytes are stored already, as they are before its transaction. */
  private record Stored(IndexEntry entry, ContentInfo text) {}

  /** The next documents; their bytes are synced to disk side by side, which takes the time. */
  private List<Stored> stored(int from, int to, ExecutorService storing) {
    List<CompletableFuture<Stored>> all = new ArrayList<>();
    for (int i = from; i < to; i++) {
      IndexEntry entry = corpus.next(store.nodes().root(), i);
      all.add(CompletableFuture.supplyAsync(() -> stored(entry), storing));
    }
    return all.stream().map(CompletableFuture::join).toList();
  }

  private Stored stored(IndexEntry entry) {
    byte[] text = String.join("\f", entry.pages()).getBytes(StandardCharsets.UTF_8);
    return new Stored(
        entry, store.contents().store(new ByteArrayInputStream(text), "text/plain;charset=UTF-8"));
  }

  private void files(NodeId folder, int firstNumber, List<Stored> documents) {
    for (int at = 0; at < documents.size(); at += TO_A_FILE) {
      file(
          folder,
          firstNumber + at / TO_A_FILE,
          documents.subList(at, Math.min(documents.size(), at + TO_A_FILE)));
    }
  }

  private NodeId folder(String name) {
    return store
        .transactions()
        .write(
            () ->
                store
                    .nodes()
                    .create(
                        SYSTEM,
                        NewNode.of(Place.LIBRARY.id(), QName.of("cm:folder"), name, Map.of())))
        .id();
  }

  private void file(NodeId folder, int number, List<Stored> documents) {
    Set<String> readers = documents.get(0).entry().readers();
    String name = String.format(Locale.ROOT, "2008-%06d", number);
    NodeId file =
        store
            .nodes()
            .create(
                SYSTEM,
                NewNode.of(
                    folder,
                    QName.of("cor:caseFile"),
                    name,
                    Map.of(
                        QName.of("cor:fileNumber"), name,
                        QName.of("cor:subject"), documents.get(0).entry().title(),
                        QName.of("cor:source"), one(SOURCES),
                        QName.of("cor:status"), one(STATUSES),
                        QName.of("cor:issueCode"), "ISSUE-" + random.nextInt(40),
                        QName.of("cor:component"),
                            readers.stream().map(Corpus::componentOf).toList())))
            .id();
    store
        .permissions()
        .set(
            SYSTEM,
            file,
            new AccessList(
                false,
                readers.stream()
                    .map(group -> new Grant(group, Grant.Role.EDITOR))
                    .collect(Collectors.toSet())));
    for (Stored each : documents) {
      document(file, each);
    }
  }

  private void document(NodeId file, Stored stored) {
    IndexEntry entry = stored.entry();
    Instant received = entry.createdAt();
    NodeId id =
        store
            .nodes()
            .create(
                SYSTEM,
                new NewNode(
                    entry.id(),
                    file,
                    QName.of("cor:document"),
                    entry.title() + ".pdf",
                    OF_A_DOCUMENT,
                    Map.of(
                        QName.of("cor:sha256"), stored.text().sha256(),
                        QName.of("cor:receivedAt"), received,
                        QName.of("cor:channel"), one(CHANNELS),
                        QName.of("cor:intakeState"), "filed",
                        QName.of("cor:letterDate"),
                            entry.properties().get(QName.of("cor:letterDate")))))
            .id();
    store.contents().attach(SYSTEM, id, TEXT, stored.text());
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
