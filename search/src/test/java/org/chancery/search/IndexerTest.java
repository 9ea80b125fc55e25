package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.search.TestEntries.STAFF;
import static org.chancery.search.TestEntries.query;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.Indexer;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.SearchUnavailable;
import org.chancery.core.search.Visibility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The indexer on a real index, following a host in memory. */
@Timeout(180)
class IndexerTest {

  private static final Caller CLERK = new Caller("clerk", Set.of("clerk", STAFF), false);
  private static final Caller CHIEF =
      new Caller("chief", Set.of("chief", "GROUP_CHIEFS", STAFF), false);
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final Set<String> CHIEFS = Set.of("GROUP_CHIEFS");

  @TempDir private Path directory;
  final FakeHost host = new FakeHost();
  private LuceneSearchIndex index;
  private Indexer indexer;

  private void open(Checkpoint checkpoint, Indexer.Settings settings) {
    index = LuceneSearchIndex.open(directory, TestEntries.MODEL);
    indexer = new Indexer(index, host, settings, Clock.systemUTC(), checkpoint);
    connect(indexer);
    indexer.start();
  }

  /** This host tells of nothing: every search asks the feed. */
  void connect(Indexer toTell) {
    assertThat(host.announced()).isFalse();
  }

  /** Small batches and slices, commits only when they must be. */
  private static Indexer.Settings small() {
    return new Indexer.Settings(
        3, 4, Duration.ofMillis(20), Integer.MAX_VALUE, Duration.ofDays(1), Duration.ofMinutes(2));
  }

  Indexer indexer() {
    return indexer;
  }

  void open() {
    open(Checkpoint.NONE, small());
  }

  /** As if the process had been lost: nothing is committed. */
  private void crash() {
    index.close();
    indexer.close();
  }

  @AfterEach
  void close() {
    if (indexer != null) {
      indexer.close();
      index.close();
    }
  }

  private List<NodeId> found(String text, Caller caller) {
    return indexer.search(query(text), caller).hits().stream().map(SearchResult.Hit::id).toList();
  }

  @Test
  void aSearchSeesEveryChangeMadeBeforeIt() {
    open();
    for (int i = 0; i < 50; i++) {
      NodeId id = host.add(host.root, "letter " + i, "number" + i);
      assertThat(found("number" + i, CLERK)).containsExactly(id);
    }
    NodeId last = host.add(host.root, "last", "before");
    host.rewrite(last, "afterwards");
    assertThat(found("before", CLERK)).isEmpty();
    assertThat(found("afterwards", CLERK)).containsExactly(last);
    host.delete(last);
    assertThat(found("afterwards", CLERK)).isEmpty();
  }

  @Test
  void neverAreManyWholeTextsInMemoryAtOnce() {
    for (int i = 0; i < 120; i++) {
      host.add(host.root, "letter " + i, "levee");
    }
    open(Checkpoint.NONE, Indexer.Settings.usual());
    assertThat(indexer.search(query("levee"), CLERK).total()).isEqualTo(120);
    assertThat(host.mostAtOnce()).isBetween(1, 50);
  }

  @Test
  void transactionsThatCommitInReverseOrderAreBothIndexed() {
    open();
    FakeHost.Transaction early = host.begin();
    NodeId first = early.add(host.root, "first", "levee");
    FakeHost.Transaction late = host.begin();
    NodeId second = late.add(host.root, "second", "levee");
    late.commit();
    assertThat(found("levee", CLERK)).containsExactly(second);
    // More than one batch lies beyond what can still be overtaken.
    for (int i = 0; i < 10; i++) {
      host.add(host.root, "other " + i, "other");
    }
    assertThat(found("other", CLERK)).hasSize(10);

    early.commit();

    assertThat(found("levee", CLERK)).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void aCrashBeforeTheCommitLosesNothing() {
    open();
    NodeId kept = host.add(host.root, "kept", "levee");
    assertThat(found("levee", CLERK)).containsExactly(kept);
    crash();
    open();
    NodeId later = host.add(host.root, "later", "levee");
    assertThat(found("levee", CLERK)).containsExactlyInAnyOrder(kept, later);
    indexer.close();
    index.close();

    open();
    assertThat(index.committedPosition()).isNotEmpty();
    assertThat(found("levee", CLERK)).containsExactlyInAnyOrder(kept, later);
  }

  @Test
  void aCrashAtTheIndexCommitLosesNothing() {
    AtomicBoolean killed = new AtomicBoolean();
    NodeId folder = host.add(host.root, "folder", "");
    List<NodeId> below = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      below.add(host.add(folder, "letter " + i, "levee"));
    }
    open();
    assertThat(found("levee", CLERK)).hasSize(20);
    indexer.close();
    index.close();
    CountDownLatch reached = new CountDownLatch(1);
    open(
        name -> {
          assertThat(name).isEqualTo("index-commit");
          killed.set(true);
          reached.countDown();
          throw new IllegalStateException("killed at " + name);
        },
        small());
    host.readers(folder, CHIEFS);
    host.rename(folder, "renamed");
    assertThat(found("levee", CLERK)).isEmpty();
    assertThat(found("levee", CHIEF)).hasSize(20);
    awaitUninterruptibly(reached);
    crash();
    assertThat(killed).isTrue();
    assertThat(host.indexedAccess()).isEmpty();

    open();

    assertThat(found("levee", CLERK)).isEmpty();
    assertThat(found("levee", CHIEF)).containsExactlyInAnyOrderElementsOf(below);
    awaitIndexedAccess(1);
    assertThat(found("levee", CLERK)).isEmpty();
    assertThat(found("path", SYSTEM)).isEmpty();
    awaitDone();
    assertThat(indexer.search(query("levee"), CHIEF).hits())
        .allSatisfy(hit -> assertThat(hit.path()).startsWith("root/renamed/"));
  }

  @Test
  void renamingAndMovingAFolderReachesAllBelowIt() {
    NodeId folder = host.add(host.root, "folder", "");
    NodeId locked = host.add(host.root, "locked", "");
    host.readers(locked, CHIEFS);
    for (int i = 0; i < 30; i++) {
      host.add(folder, "letter " + i, "levee");
    }
    open();
    assertThat(found("levee", CLERK)).hasSize(30);

    host.rename(folder, "other name");
    awaitDone();
    assertThat(indexer.search(query("levee"), CLERK).hits())
        .hasSize(30)
        .allSatisfy(hit -> assertThat(hit.path()).startsWith("root/other name/"));

    host.move(folder, locked);
    assertThat(found("levee", CLERK)).isEmpty();
    awaitDone();
    assertThat(found("levee", CLERK)).isEmpty();
    assertThat(indexer.search(query("levee"), CHIEF).hits())
        .hasSize(30)
        .allSatisfy(hit -> assertThat(hit.path()).startsWith("root/locked/other name/"));
  }

  @Test
  void aLockHoldsAtOnceWhateverLiesBelow() {
    NodeId folder = host.add(host.root, "folder", "");
    for (int i = 0; i < 500; i++) {
      host.add(folder, "letter " + i, "levee");
    }
    NodeId beside = host.add(host.root, "beside", "levee");
    open();
    assertThat(indexer.search(query("levee"), CLERK).total()).isEqualTo(501);
    host.holdBackAccess(true);

    host.readers(folder, CHIEFS);

    SearchResult masked =
        index.search(
            TestEntries.query("levee"),
            new Visibility(false, CLERK.authorities(), host.maskedFor(CLERK)));
    assertThat(masked.total()).isEqualTo(1);
    assertThat(found("levee", CLERK)).containsExactly(beside);
    assertThat(host.indexedAccess()).isEmpty();
    host.holdBackAccess(false);
    awaitIndexedAccess(1);
    assertThat(host.maskedFor(CLERK)).isEmpty();
    assertThat(found("levee", CLERK)).containsExactly(beside);
    assertThat(indexer.search(query("levee"), CHIEF).total()).isEqualTo(501);
  }

  @Test
  void aSingleWriteDoesNotWaitForALargeFolder() {
    NodeId folder = host.add(host.root, "folder", "");
    for (int i = 0; i < 400; i++) {
      host.add(folder, "letter " + i, "levee");
    }
    open();
    indexer.awaitCurrent();
    host.rename(folder, "renamed");
    host.readers(folder, CHIEFS);

    NodeId one = host.add(host.root, "one", "single");
    assertThat(found("single", CLERK)).containsExactly(one);
    // With slices of four nodes there are hundreds of passes to go.
    assertThat(indexer.status().pending()).isPositive();
  }

  @Test
  void aDeletedFolderTakesAllBelowItAway() {
    NodeId folder = host.add(host.root, "folder", "");
    NodeId inner = host.add(folder, "inner", "levee");
    NodeId saved = host.add(inner, "saved", "levee");
    host.add(inner, "lost", "levee");
    open();
    assertThat(found("levee", CLERK)).hasSize(3);

    host.move(saved, host.root);
    host.delete(folder);

    awaitDone();
    assertThat(found("levee", CLERK)).containsExactly(saved);
  }

  @Test
  void anEmptyIndexIsFilledBeforeASearchIsAnswered() {
    for (int i = 0; i < 40; i++) {
      host.add(host.root, "letter " + i, "levee");
    }
    open();
    assertThat(indexer.search(query("levee"), CLERK).total()).isEqualTo(40);
  }

  @Test
  void aRebuildBringsWhatIsMissingAndDropsWhatShouldNotBeThere() {
    NodeId missing = host.add(host.root, "missing", "levee");
    open();
    assertThat(found("levee", CLERK)).containsExactly(missing);
    NodeId stray = NodeId.random();
    indexer.close();
    index.apply(
        List.of(TestEntries.entry("stray").id(stray).pages("levee").build()), List.of(missing));
    index.commit(index.committedPosition());
    index.close();
    open();
    assertThat(found("levee", CLERK)).containsExactly(stray);

    indexer.rebuild();

    awaitDone();
    assertThat(found("levee", CLERK)).containsExactly(missing);
    assertThat(new HashSet<>(index.held(java.util.Optional.empty(), 100))).isEqualTo(host.ids());
  }

  @Test
  void aNodeThatCannotBeReadHoldsUpNoOther() {
    open();
    NodeId good = host.add(host.root, "good", "levee");
    NodeId bad = host.add(host.root, "bad", "levee");
    host.breakNode(bad);
    NodeId next = host.add(host.root, "next", "levee");
    assertThat(found("levee", CLERK)).containsExactlyInAnyOrder(good, next);
    assertThat(indexer.status().setAside()).containsExactly(bad);

    host.mend(bad);
    host.rewrite(bad, "levee again");

    assertThat(found("levee", CLERK)).containsExactlyInAnyOrder(good, bad, next);
    assertThat(indexer.status().setAside()).isEmpty();
  }

  @Test
  void aSearchThatCannotBeCurrentFailsClearly() {
    CountDownLatch held = new CountDownLatch(1);
    open(
        name -> awaitUninterruptibly(held),
        new Indexer.Settings(
            3, 4, Duration.ofMillis(20), 1, Duration.ZERO, Duration.ofMillis(200)));
    try {
      host.add(host.root, "letter", "levee");
      assertThatThrownBy(
              () -> {
                indexer.awaitCurrent();
                indexer.awaitCurrent();
              })
          .isInstanceOf(SearchUnavailable.class);
    } finally {
      held.countDown();
    }
  }

  @Test
  void concurrentSearchesShareTheirPasses() {
    open();
    indexer.awaitCurrent();
    List<CompletableFuture<Void>> searches = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int number = i;
      searches.add(
          CompletableFuture.runAsync(
              () -> {
                for (int j = 0; j < 20; j++) {
                  String word = "word" + number + "x" + j;
                  NodeId id = host.add(host.root, word, word);
                  assertThat(found(word, CLERK)).containsExactly(id);
                }
              }));
    }
    CompletableFuture.allOf(searches.toArray(CompletableFuture[]::new)).join();
    assertThat(indexer.search(query("word*"), CLERK).total()).isEqualTo(160);
  }

  @Test
  void aPausedIndexerLeavesTheIndexAsItIsAndThenCatchesUp() {
    NodeId one = host.add(host.root, "one", "levee");
    open();
    assertThat(found("levee", CLERK)).containsExactly(one);
    Runnable goOn = indexer.pause();
    NodeId two = host.add(host.root, "two", "levee");
    Visibility everything = new Visibility(true, Set.of(), Set.of());
    assertThat(index.search(TestEntries.query("levee"), everything).total()).isEqualTo(1);
    goOn.run();
    assertThat(found("levee", CLERK)).containsExactlyInAnyOrder(one, two);
  }

  private void awaitIndexedAccess(int count) {
    while (host.indexedAccess().size() < count) {
      Thread.onSpinWait();
    }
  }

  private void awaitDone() {
    do {
      indexer.awaitCurrent();
    } while (indexer.status().pending() > 0 || indexer.status().building());
    indexer.awaitCurrent();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
