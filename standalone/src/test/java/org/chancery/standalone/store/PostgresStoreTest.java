package org.chancery.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Permission;
import org.chancery.model.ContentModels;
import org.chancery.model.QName;
import org.chancery.standalone.store.OriginalsVerification.Fault;
import org.chancery.standalone.store.OriginalsVerification.Finding;
import org.chancery.standalone.store.OriginalsVerification.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What this store promises beyond the ports. */
class PostgresStoreTest {

  private static final Caller SYSTEM = Caller.ofSystem();
  private static final Caller READER =
      new Caller("reader", Set.of("reader", Caller.EVERYONE), false);
  private static final QName CONTENT = QName.of("cm:content");

  private StoreHost host;
  private PostgresStore store;

  @BeforeEach
  void start() {
    host = StoreHost.embedded();
    store = host.store();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void everyOriginalIsVerifiedAndEachFaultNamed() throws IOException {
    NodeId sound = document("sound", "sound");
    NodeId missing = document("missing", "missing");
    NodeId changed = document("changed", "changed");
    NodeId cut = document("cut", "cut short");
    NodeId version = document("version", "kept only as a version");
    store.transactions().write(() -> store.versions().keep(SYSTEM, version, true, ""));
    attach(version, "sound");
    assertThat(store.verification().run().findings()).isEmpty();

    Path missingFile = file(missing);
    Files.delete(missingFile);
    overwrite(file(changed), "chAnged");
    overwrite(file(cut), "cut");
    Report report = store.verification().run();
    assertThat(report.files()).isEqualTo(5);
    assertThat(report.findings())
        .extracting(Finding::fault, Finding::node)
        .containsExactlyInAnyOrder(
            tuple(Fault.MISSING, missing),
            tuple(Fault.CHANGED, changed),
            tuple(Fault.WRONG_SIZE, cut));
    Finding finding =
        report.findings().stream()
            .filter(each -> each.fault() == Fault.MISSING)
            .findFirst()
            .orElseThrow();
    assertThat(finding.file()).isEqualTo(missingFile);
    assertThat(finding.property()).isEqualTo(CONTENT);
    assertThat(report.findings()).extracting(Finding::node).doesNotContain(sound, version);
  }

  @Test
  void aSweepKeepsWhatNodesAndVersionsReferTo() {
    NodeId kept = document("kept", "as a version");
    store.transactions().write(() -> store.versions().keep(SYSTEM, kept, true, ""));
    attach(kept, "as it is now");
    NodeId deleted = document("deleted", "gone");
    store.transactions().write(() -> store.nodes().delete(SYSTEM, deleted, Optional.empty()));
    assertThat(store.sweep()).as("nothing is old enough yet").isZero();
    PostgresStore tomorrow =
        host.open(Clock.offset(Clock.systemUTC(), Duration.ofHours(25)), Checkpoint.NONE, () -> {});
    assertThat(tomorrow.sweep()).isEqualTo(1);
    assertThat(store.verification().run().findings()).isEmpty();
  }

  @Test
  void everyCommitIsSignalledAndNoRollbackIs() {
    AtomicInteger commits = new AtomicInteger();
    PostgresStore watched = host.open(Clock.systemUTC(), Checkpoint.NONE, commits::incrementAndGet);
    commits.set(0);
    watched.transactions().write(() -> folder(watched, "one"));
    assertThat(commits).hasValue(1);
    try {
      watched
          .transactions()
          .write(
              () -> {
                folder(watched, "two");
                throw new IllegalStateException("no");
              });
    } catch (IllegalStateException e) {
      assertThat(commits).hasValue(1);
    }
    assertThat(watched.nodes().child(SYSTEM, watched.nodes().root(), "two")).isEmpty();
  }

  @Test
  void aRestoredDumpIsFollowedFromItsBeginning() {
    store.transactions().write(() -> folder(store, "before"));
    String position = store.feed().end();
    // As after a restore elsewhere: the log's transactions lie far ahead of this database's.
    JdbcClient jdbc = JdbcClient.create(host.pool());
    jdbc.sql("UPDATE commit_log SET transaction = '9000000'").update();
    jdbc.sql("UPDATE feed SET cluster = cluster - 1").update();
    PostgresStore restored = host.open(Clock.systemUTC(), Checkpoint.NONE, () -> {});
    NodeId after = restored.transactions().write(() -> folder(restored, "after"));
    assertThat(restored.feed().after(position, 100).changes()).hasSize(2);
    assertThat(restored.feed().after(position, 100).changes())
        .anyMatch(change -> change.id().equals(after));
    String moved = restored.feed().after(position, 100).position();
    NodeId later = restored.transactions().write(() -> folder(restored, "later"));
    assertThat(restored.feed().after(moved, 100).changes())
        .anyMatch(change -> change.id().equals(later));
  }

  @Test
  void aNoteIsCommittedWithoutWaitingForTheDiskAndWakesNobody() {
    AtomicInteger commits = new AtomicInteger();
    PostgresStore watched = host.open(Clock.systemUTC(), Checkpoint.NONE, commits::incrementAndGet);
    JdbcClient jdbc = JdbcClient.create(host.pool());
    jdbc.sql("CREATE TABLE noted (how text)").update();
    commits.set(0);
    String note = "INSERT INTO noted SELECT current_setting('synchronous_commit')";
    watched.transactions().note(() -> jdbc.sql(note).update());
    watched.transactions().write(() -> jdbc.sql(note).update());
    assertThat(jdbc.sql("SELECT how FROM noted").query(String.class).list())
        .containsExactly("off", "on");
    assertThat(commits).hasValue(0);
  }

  @Test
  void aListingTakesTheSameStatementsHoweverManyHaveTheirOwnGrants() {
    AtomicInteger statements = new AtomicInteger();
    PostgresStore counted =
        new PostgresStore(
            counting(host.pool(), statements),
            host.pool(),
            new JdbcTransactionManager(host.pool()),
            ContentModels.shipped(),
            host.blobs(),
            Clock.systemUTC(),
            Checkpoint.NONE,
            () -> {});
    NodeId few = filled("few", 2);
    NodeId many = filled("many", 200);
    statements.set(0);
    assertThat(counted.nodes().children(READER, few, Optional.empty(), 500).items()).hasSize(1);
    int forFew = statements.getAndSet(0);
    assertThat(counted.nodes().children(READER, many, Optional.empty(), 500).items()).hasSize(100);
    assertThat(statements).hasValue(forFew);
    assertThat(forFew).isEqualTo(2);
    List<NodeId> ids =
        store.nodes().children(SYSTEM, many, Optional.empty(), 500).items().stream()
            .map(Node::id)
            .toList();
    statements.set(0);
    assertThat(counted.permissions().allowed(READER, ids))
        .hasSize(100)
        .allSatisfy((id, allowed) -> assertThat(allowed).containsExactly(Permission.READ));
    assertThat(statements).hasValue(1);
  }

  /** A folder the reader may read, of whose items every second is opened to the reader as well. */
  private NodeId filled(String name, int count) {
    AccessList reader = new AccessList(false, Set.of(new Grant("reader", Grant.Role.READER)));
    return store
        .transactions()
        .write(
            () -> {
              NodeId folder = folder(store, name);
              store.permissions().set(SYSTEM, folder, reader);
              for (int i = 0; i < count; i++) {
                NodeId child =
                    store
                        .nodes()
                        .create(
                            SYSTEM,
                            NewNode.of(folder, QName.of("cm:folder"), "item " + i, Map.of()))
                        .id();
                store
                    .permissions()
                    .set(SYSTEM, child, i % 2 == 0 ? reader : new AccessList(false, Set.of()));
              }
              return folder;
            });
  }

  private static DataSource counting(DataSource pool, AtomicInteger statements) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(pool, arguments);
              return answer instanceof Connection connection
                  ? counting(connection, statements)
                  : answer;
            });
  }

  private static Connection counting(Connection connection, AtomicInteger statements) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                statements.incrementAndGet();
              }
              return method.invoke(connection, arguments);
            });
  }

  private static NodeId folder(PostgresStore store, String name) {
    return store
        .nodes()
        .create(SYSTEM, NewNode.of(store.nodes().root(), QName.of("cm:folder"), name, Map.of()))
        .id();
  }

  private NodeId document(String name, String text) {
    NodeId id =
        store
            .transactions()
            .write(
                () ->
                    store
                        .nodes()
                        .create(
                            SYSTEM,
                            NewNode.of(
                                store.nodes().root(), QName.of("cor:document"), name, Map.of())))
            .id();
    attach(id, text);
    return id;
  }

  private void attach(NodeId id, String text) {
    ContentInfo stored =
        store
            .contents()
            .store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "text/plain");
    store.transactions().write(() -> store.contents().attach(SYSTEM, id, CONTENT, stored));
  }

  private Path file(NodeId id) {
    return store.contents().file(SYSTEM, id, CONTENT);
  }

  private static void overwrite(Path file, String text) throws IOException {
    Files.delete(file);
    Files.writeString(file, text);
  }
}
