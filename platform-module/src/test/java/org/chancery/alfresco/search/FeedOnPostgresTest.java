package org.chancery.alfresco.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.ChangeFeed.Batch;
import org.chancery.core.search.ChangeFeed.Change;
import org.chancery.database.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of the feed in a real PostgreSQL, beside as much of the platform's tables as they speak
 * of. What the platform writes there by itself is proved inside a running one.
 */
class FeedOnPostgresTest {

  private static final NodeId ROOT = NodeId.random();
  private static final long LIVE = 6;
  private static final int SHARED = 2;
  private static final int DEFINING = 1;

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static JdbcClient jdbc;
  private static TransactionTemplate transactions;

  private final FeedRows rows = new FeedRows(jdbc);
  private final FeedOrigin origin = new FeedOrigin(jdbc, rows);
  private final FeedReader reader =
      new FeedReader(
          jdbc, () -> new PlatformTree.Place(LIVE, 1, ROOT, Optional.empty(), 0, 0), origin);

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start(folder.resolve("database"));
    DriverManagerDataSource source =
        new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
    jdbc = JdbcClient.create(source);
    transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    transactions.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    jdbc.sql(
            """
            CREATE TABLE alf_store (id bigint, protocol text, identifier text);
            INSERT INTO alf_store VALUES (6, 'workspace', 'SpacesStore');
            CREATE TABLE alf_transaction (id bigint);
            CREATE TABLE alf_acl_change_set (id bigint, commit_time_ms bigint);
            CREATE TABLE alf_access_control_list (
              id bigint, inherits boolean, inherits_from bigint, type int, acl_change_set bigint);
            CREATE TABLE alf_node (
              id bigint, store_id bigint, uuid varchar(36), transaction_id bigint, acl_id bigint);
            CREATE TABLE alf_child_assoc (
              parent_node_id bigint, child_node_id bigint, is_primary boolean);
            """)
        .update();
    for (String file : List.of("V4_110__feed.sql", "V4_120__feed_pruned.sql")) {
      try (InputStream tables =
          FeedRows.class.getResourceAsStream("/org/chancery/alfresco/migration/" + file)) {
        jdbc.sql(new String(tables.readAllBytes(), StandardCharsets.UTF_8)).update();
      }
    }
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void empty() {
    jdbc.sql(
            """
            TRUNCATE chancery_feed, chancery_access_change, chancery_feed_origin, alf_transaction,
              alf_acl_change_set, alf_access_control_list, alf_node, alf_child_assoc;
            """)
        .update();
    node(1, ROOT, 0);
    inTransaction(ignored -> origin.adopt());
  }

  @Test
  void whatCommitsInTheReverseOrderOfItsNumbersIsBothDelivered() {
    String position = reader.end();
    NodeId early = NodeId.random();
    NodeId late = NodeId.random();
    String[] followed = new String[1];
    inTransaction(
        outer -> {
          wrote(100, early);
          // Another transaction with a greater number commits while this one is in progress.
          inTransaction(inner -> wrote(101, late));
          Batch between = aside(() -> reader.after(position, 10));
          assertThat(between.changes()).extracting(Change::id).containsExactly(late);
          followed[0] = between.position();
        });
    assertThat(reader.after(followed[0], 10).changes())
        .extracting(Change::id)
        .containsExactly(early);
  }

  @Test
  void aNodeWrittenAgainIsDeliveredWithTheLaterTransaction() {
    String position = reader.end();
    NodeId node = NodeId.random();
    inTransaction(ignored -> wrote(200, node));
    inTransaction(
        ignored -> {
          jdbc.sql("UPDATE alf_node SET transaction_id = 201 WHERE uuid = :id")
              .param("id", node.value())
              .update();
          rows.write(Optional.of(201L), Optional.empty(), new Touched());
        });
    assertThat(reader.after(position, 10).changes()).extracting(Change::id).containsExactly(node);
  }

  @Test
  void aLargeTransactionIsDeliveredInParts() {
    String position = reader.end();
    List<NodeId> made = IntStream.range(0, 25).mapToObj(i -> NodeId.random()).toList();
    inTransaction(ignored -> wrote(300, made.toArray(NodeId[]::new)));
    Batch first = reader.after(position, 10);
    Batch second = reader.after(first.position(), 10);
    Batch third = reader.after(second.position(), 10);
    assertThat(first.more()).isTrue();
    assertThat(first.changes()).hasSize(10);
    assertThat(third.more()).isFalse();
    assertThat(third.changes()).hasSize(5);
    assertThat(second.changes()).doesNotContainAnyElementsOf(first.changes());
  }

  @Test
  void whatCommitsBetweenTwoPartsComesAfterThem() {
    String position = reader.end();
    NodeId early = NodeId.random();
    String[] followed = new String[1];
    Set<NodeId> seen = new HashSet<>();
    inTransaction(
        outer -> {
          wrote(310, early);
          NodeId[] made =
              IntStream.range(0, 15).mapToObj(i -> NodeId.random()).toArray(NodeId[]::new);
          inTransaction(inner -> wrote(311, made));
          Batch first = aside(() -> reader.after(position, 10));
          first.changes().forEach(change -> seen.add(change.id()));
          followed[0] = first.position();
        });
    Batch second = reader.after(followed[0], 10);
    second.changes().forEach(change -> seen.add(change.id()));
    assertThat(seen).hasSize(15).doesNotContain(early);
    assertThat(reader.after(second.position(), 10).changes())
        .extracting(Change::id)
        .containsExactly(early);
  }

  @Test
  void theRootIsNoChange() {
    String position = reader.end();
    inTransaction(
        ignored -> {
          jdbc.sql("UPDATE alf_node SET transaction_id = 400 WHERE id = 1").update();
          rows.write(Optional.of(400L), Optional.empty(), new Touched());
        });
    assertThat(reader.after(position, 10).changes()).isEmpty();
  }

  @Test
  void aRenamedFolderStandsForAllBelow() {
    NodeId folder = NodeId.random();
    NodeId leaf = NodeId.random();
    node(10, folder, 500);
    node(11, leaf, 500);
    child(10, 11);
    String position = reader.end();
    Touched touched = new Touched();
    touched.renamed(folder.value());
    touched.renamed(leaf.value());
    inTransaction(ignored -> rows.write(Optional.of(501L), Optional.empty(), touched));
    assertThat(reader.after(position, 10).changes())
        .singleElement()
        .satisfies(change -> assertThat(change.id()).isEqualTo(folder))
        .satisfies(change -> assertThat(change.subtree()).isTrue());
  }

  @Test
  void aLockOfThousandsDeliversItsTopAndWhatElseWasChanged() {
    NodeId top = NodeId.random();
    NodeId edited = NodeId.random();
    NodeId elsewhere = NodeId.random();
    String position = reader.end();
    Touched touched = new Touched();
    touched.changed(edited.value());
    inTransaction(
        ignored -> {
          list(70, DEFINING, null, 7);
          list(71, SHARED, 70L, 7);
          // Below the lock, with a list of its own that takes over what changed above.
          list(72, DEFINING, 71L, 7);
          jdbc.sql("INSERT INTO alf_acl_change_set VALUES (7, 12345)").update();
          node(1000, top, 600, 70);
          for (int i = 1; i <= 600; i++) {
            node(1000 + i, i == 1 ? edited : NodeId.random(), 600, i == 2 ? 72 : 71);
            child(1000, 1000 + i);
          }
          node(3000, elsewhere, 600);
          rows.write(Optional.of(600L), Optional.of(12345L), touched);
        });
    List<Change> changes = reader.after(position, 1000).changes();
    assertThat(changes).extracting(Change::id).contains(top, edited, elsewhere);
    assertThat(changes).hasSize(4).filteredOn(Change::subtree).hasSize(1);
    assertThat(tops()).containsExactly(top.value());
  }

  @Test
  void whatIsMadeLockedNeedsNoMask() {
    NodeId made = NodeId.random();
    Touched touched = new Touched();
    touched.created(made.value());
    inTransaction(
        ignored -> {
          list(80, DEFINING, null, 8);
          jdbc.sql("INSERT INTO alf_acl_change_set VALUES (8, 777)").update();
          node(20, made, 700, 80);
          rows.write(Optional.of(700L), Optional.of(777L), touched);
        });
    assertThat(tops()).isEmpty();
  }

  @Test
  void aPositionOfAnotherDatabaseIsTheBeginning() {
    NodeId node = NodeId.random();
    inTransaction(ignored -> wrote(800, node));
    String elsewhere = reader.end().replaceFirst("[^:]*", "elsewhere");
    assertThat(reader.after(elsewhere, 10).changes()).extracting(Change::id).contains(node);
  }

  @Test
  void whatWasWrittenWithoutTheModuleIsFoundAtTheNextStart() {
    String position = reader.end();
    NodeId node = NodeId.random();
    NodeId locked = NodeId.random();
    jdbc.sql("INSERT INTO alf_transaction VALUES (900)").update();
    jdbc.sql("INSERT INTO alf_acl_change_set VALUES (9, 1)").update();
    node(30, node, 900);
    list(90, DEFINING, null, 9);
    node(31, locked, 1, 90);
    assertThat(adopt()).isTrue();
    assertThat(reader.after(position, 10).changes()).extracting(Change::id).contains(node, locked);
    assertThat(tops()).containsExactly(locked.value());
    assertThat(adopt()).isFalse();
  }

  @Test
  void whatWasTakenAwayIsLostToWhoeverHasNotFollowedIt() {
    String before = reader.end();
    inTransaction(ignored -> wrote(950, NodeId.random()));
    String after = reader.end();
    assertThat(lost("") || lost(before)).isFalse();
    Instant then = now().plusMillis(1);
    assertThat(aside(() -> origin.prune(then.minusSeconds(60)))).isZero();
    assertThat(lost("") || lost(before)).isFalse();

    assertThat(aside(() -> origin.prune(then))).isEqualTo(1);

    assertThat(lost("")).isTrue();
    assertThat(lost(before)).isTrue();
    assertThat(lost(after)).isFalse();
    assertThat(lost(reader.after(after, 10).position())).isFalse();
    NodeId late = NodeId.random();
    inTransaction(ignored -> wrote(951, late));
    assertThat(reader.after(after, 10).changes()).extracting(Change::id).containsExactly(late);
    // What was taken away was there: the next start does not take it for missed.
    assertThat(adopt()).isFalse();
  }

  @Test
  void anotherDatabasesBeginningStaysLost() {
    inTransaction(ignored -> wrote(960, NodeId.random()));
    aside(() -> origin.prune(now().plusMillis(1)));
    jdbc.sql("UPDATE chancery_feed_origin SET cluster = cluster + 1").update();
    adopt();
    assertThat(lost("")).isTrue();
    assertThat(lost(reader.end())).isFalse();
  }

  private boolean lost(String position) {
    return origin.lost(FeedPosition.of(position, origin.identity()));
  }

  private static Instant now() {
    return jdbc.sql("SELECT clock_timestamp()")
        .query(java.sql.Timestamp.class)
        .single()
        .toInstant();
  }

  private boolean adopt() {
    return Boolean.TRUE.equals(transactions.execute(status -> origin.adopt()));
  }

  private void wrote(long transaction, NodeId... nodes) {
    jdbc.sql("INSERT INTO alf_transaction VALUES (:id)").param("id", transaction).update();
    for (int i = 0; i < nodes.length; i++) {
      node(transaction * 1000 + i, nodes[i], transaction);
    }
    rows.write(Optional.of(transaction), Optional.empty(), new Touched());
  }

  private static void node(long number, NodeId id, long transaction) {
    node(number, id, transaction, 5);
  }

  private static void node(long number, NodeId id, long transaction, long list) {
    jdbc.sql("INSERT INTO alf_node VALUES (:number, 6, :id, :transaction, :list)")
        .param("number", number)
        .param("id", id.value())
        .param("transaction", transaction)
        .param("list", list)
        .update();
  }

  private static void child(long parent, long child) {
    jdbc.sql("INSERT INTO alf_child_assoc VALUES (:parent, :child, true)")
        .param("parent", parent)
        .param("child", child)
        .update();
  }

  private static void list(long id, int type, Long from, long changeSet) {
    jdbc.sql(
            """
            INSERT INTO alf_access_control_list
            VALUES (:id, :inherits, :from::bigint, :type, :changeSet)
            """)
        .param("id", id)
        .param("inherits", from != null)
        .param("from", from)
        .param("type", type)
        .param("changeSet", changeSet)
        .update();
  }

  private static Set<String> tops() {
    return jdbc.sql("SELECT top FROM chancery_access_change").query(String.class).set();
  }

  private static void inTransaction(Consumer<Object> work) {
    transactions.executeWithoutResult(work::accept);
  }

  /** As another connection sees it. */
  private static <T> T aside(Supplier<T> work) {
    return transactions.execute(status -> work.get());
  }
}
