package org.chancery.core.repository.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Grant.Role;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.ChangeFeed;
import org.chancery.core.search.ChangeFeed.AccessChange;
import org.chancery.core.search.ChangeFeed.Batch;
import org.chancery.core.search.ChangeFeed.Readers;
import org.chancery.core.search.IndexEntry;
import org.chancery.model.QName;
import org.junit.jupiter.api.Test;

/** What {@link ChangeFeed} promises. */
public abstract class ChangeFeedContract extends RepositoryContract {

  @Test
  void everyKindOfChangeIsDelivered() {
    Mark mark = mark();
    NodeId top = folder(home, "top");
    NodeId letter = document(top, "letter");
    assertThat(changedSince(mark)).contains(top, letter);
    mark = mark();
    transactions.write(() -> nodes.update(SYSTEM, letter, Optional.empty(), Change.of(Map.of())));
    assertThat(changedSince(mark)).contains(letter).doesNotContain(top);
    mark = mark();
    attach(letter, CONTENT, "words");
    assertThat(changedSince(mark)).contains(letter);
    mark = mark();
    transactions.write(() -> nodes.move(SYSTEM, top, home, "renamed"));
    assertThat(since(mark)).anyMatch(change -> change.id().equals(top) && change.subtree());
    mark = mark();
    lock(top);
    assertThat(changedSince(mark)).contains(top);
    mark = mark();
    write(() -> nodes.delete(SYSTEM, top, Optional.empty()));
    assertThat(changedSince(mark)).contains(top);
    assertThat(feed.entry(top)).isEmpty();
    assertThat(feed.entry(letter)).isEmpty();
  }

  @Test
  void batchesMissNothingAndEnd() {
    String position = feed.end();
    Set<NodeId> made = new HashSet<>();
    for (int i = 0; i < 25; i++) {
      made.add(folder(home, "item " + i));
    }
    Set<NodeId> seen = new HashSet<>();
    int batches = 0;
    Batch batch = feed.after(position, 10);
    while (batch.more()) {
      batches++;
      batch.changes().forEach(change -> seen.add(change.id()));
      batch = feed.after(batch.position(), 10);
    }
    batch.changes().forEach(change -> seen.add(change.id()));
    assertThat(seen).containsAll(made);
    assertThat(batches).isGreaterThanOrEqualTo(2);
    assertThat(feed.after(batch.position(), 10).more()).isFalse();
  }

  @Test
  void theBeginningDeliversEverythingAndAPositionNothingTwiceForEver() {
    NodeId made = folder(home, "made");
    assertThat(changed("")).contains(home, made);
    String position = feed.end();
    awaitQuiet(position);
    assertThat(changed(feed.after(position, 10_000).position())).doesNotContain(made);
  }

  /** The trap of following by number: what took its number first commits last. */
  @Test
  void transactionsThatCommitInTheReverseOrderOfTheirNumbersAreBothDelivered() throws Exception {
    String position = feed.end();
    CountDownLatch numbered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    NodeId early = NodeId.random();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> slow =
          other.submit(
              () ->
                  write(
                      () -> {
                        create(early, "numbered first, committed last");
                        numbered.countDown();
                        await(release);
                      }));
      await(numbered);
      NodeId late = NodeId.random();
      write(() -> create(late, "numbered last, committed first"));
      Batch before = feed.after(position, 1000);
      assertThat(before.changes()).extracting(ChangeFeed.Change::id).contains(late);
      assertThat(before.changes()).extracting(ChangeFeed.Change::id).doesNotContain(early);
      String followed = before.position();
      release.countDown();
      slow.get(30, TimeUnit.SECONDS);
      assertThat(changed(followed)).contains(early);
    } finally {
      release.countDown();
      other.shutdownNow();
    }
  }

  @Test
  void theEndLiesBeforeEverythingThatCommitsAfterIt() throws Exception {
    CountDownLatch numbered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    NodeId early = NodeId.random();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> slow =
          other.submit(
              () ->
                  write(
                      () -> {
                        create(early, "in progress");
                        numbered.countDown();
                        await(release);
                      }));
      await(numbered);
      folder(home, "committed");
      String end = feed.end();
      release.countDown();
      slow.get(30, TimeUnit.SECONDS);
      assertThat(changed(end)).contains(early);
    } finally {
      release.countDown();
      other.shutdownNow();
    }
  }

  @Test
  void aChangeKeepsItsNumberHoweverOftenItIsDelivered() {
    String position = feed.end();
    NodeId made = folder(home, "made");
    assertThat(numbers(position, made)).isEqualTo(numbers(position, made)).isNotEmpty();
  }

  @Test
  void anEntryHoldsWhatIsSearched() {
    NodeId year = folder(home, "2024");
    Map<QName, Object> values = new HashMap<>(caseValues("24-20"));
    values.put(QName.of("cor:component"), List.of("FEMA"));
    values.put(QName.of("cor:dateReceived"), LocalDate.of(2024, 2, 29));
    NodeId file =
        write(() -> nodes.create(SYSTEM, NewNode.of(year, CASE_FILE, "24-20", values))).id();
    IndexEntry entry = feed.entry(file).orElseThrow();
    assertThat(entry.id()).isEqualTo(file);
    assertThat(entry.types()).startsWith(CASE_FILE).contains(FOLDER);
    assertThat(entry.aspects()).isEqualTo(nodes.get(SYSTEM, file).aspects());
    assertThat(entry.title()).contains("A subject");
    assertThat(entry.ancestors()).containsExactlyInAnyOrder(nodes.root(), home, year);
    assertThat(entry.path()).endsWith("/2024/24-20");
    assertThat(entry.readers())
        .containsExactlyInAnyOrder(
            "GROUP_KEEPERS", "GROUP_EDITORS", "GROUP_CONTRIBUTORS", "GROUP_READERS");
    assertThat(entry.properties())
        .containsEntry(QName.of("cor:fileNumber"), "24-20")
        .containsEntry(QName.of("cor:component"), List.of("FEMA"));
    assertThat(entry.createdAt()).isEqualTo(nodes.get(SYSTEM, file).createdAt());
  }

  @Test
  void anEntryHoldsTheRecognisedTextByPage() {
    NodeId letter = document(home, "letter");
    assertThat(feed.entry(letter).orElseThrow().pages()).isEmpty();
    transactions.write(
        () ->
            nodes.update(
                SYSTEM,
                letter,
                Optional.empty(),
                new Change(Map.of(), Set.of(), Set.of(READ_ASPECT))));
    attach(letter, TEXT, "page one\fpage two, Gdańsk");
    assertThat(feed.entry(letter).orElseThrow().pages())
        .containsExactly("page one", "page two, Gdańsk");
  }

  @Test
  void manyEntriesAreThoseOfEach() {
    NodeId folder = folder(home, "folder");
    NodeId letter = document(folder, "letter");
    lock(folder, new Grant("somebody", Role.READER));
    NodeId gone = NodeId.random();
    assertThat(feed.entries(List.of(home, gone, letter, folder)))
        .containsExactlyInAnyOrder(
            feed.entry(home).orElseThrow(),
            feed.entry(letter).orElseThrow(),
            feed.entry(folder).orElseThrow());
    assertThat(feed.entry(letter).orElseThrow().readers()).containsExactly("somebody");
  }

  @Test
  void theRootIsNothingToBeFound() {
    assertThat(feed.entry(nodes.root())).isEmpty();
    assertThat(everyNode(7)).doesNotContain(nodes.root());
  }

  @Test
  void allNamesEveryNodeOnce() {
    NodeId one = folder(home, "one");
    NodeId two = document(one, "two");
    List<NodeId> all = everyNode(7);
    assertThat(all).contains(home, one, two).doesNotHaveDuplicates();
    assertThat(everyNode(1000)).isEqualTo(all);
  }

  @Test
  void readersBelowNamesEveryNodeBelowWithItsReaders() {
    NodeId top = folder(home, "top");
    NodeId open = folder(top, "open");
    NodeId locked = folder(top, "locked");
    NodeId below = document(locked, "below");
    write(
        () ->
            permissions.set(
                SYSTEM, open, new AccessList(true, Set.of(new Grant("more", Role.READER)))));
    lock(locked, new Grant("few", Role.READER));
    Map<NodeId, Set<String>> found = new HashMap<>();
    Optional<NodeId> after = Optional.empty();
    List<Readers> page = feed.readersBelow(top, after, 3);
    while (!page.isEmpty()) {
      page.forEach(readers -> found.put(readers.id(), readers.authorities()));
      page = feed.readersBelow(top, Optional.of(page.get(page.size() - 1).id()), 3);
    }
    assertThat(found.keySet()).containsExactlyInAnyOrder(top, open, locked, below);
    found.forEach(
        (id, readers) -> assertThat(readers).isEqualTo(feed.entry(id).orElseThrow().readers()));
    assertThat(found.get(below)).containsExactly("few");
    assertThat(found.get(open)).contains("more", "GROUP_READERS");
    assertThat(feed.readersBelow(NodeId.random(), Optional.empty(), 3)).isEmpty();
  }

  @Test
  void aLockMasksUntilItHasBeenIndexed() {
    NodeId top = folder(home, "top");
    lock(top, new Grant("GROUP_EDITORS", Role.EDITOR));
    AccessChange change = pending(top).get(0);
    assertThat(feed.maskedFor(READER)).contains(top);
    assertThat(feed.maskedFor(EDITOR)).doesNotContain(top);
    feed.accessIndexed(change);
    assertThat(pending(top)).isEmpty();
    assertThat(feed.maskedFor(READER)).doesNotContain(top);
  }

  @Test
  void aMoveChangesWhoMayReadToo() {
    NodeId moved = folder(home, "moved");
    NodeId to = folder(home, "to");
    lock(to);
    pending(to).forEach(feed::accessIndexed);
    transactions.write(() -> nodes.move(SYSTEM, moved, to, "moved"));
    assertThat(pending(moved)).hasSize(1);
    assertThat(feed.maskedFor(READER)).contains(moved);
  }

  @Test
  void whatIsMadeLockedNeedsNoMask() {
    NodeId made =
        write(
            () -> {
              NodeId file = nodes.create(SYSTEM, NewNode.of(home, FOLDER, "x", Map.of())).id();
              permissions.set(SYSTEM, file, new AccessList(false, Set.of()));
              return file;
            });
    assertThat(pending(made)).isEmpty();
    assertThat(feed.entry(made).orElseThrow().readers()).isEmpty();
  }

  @Test
  void aSecondLockIsPendingOnItsOwn() {
    NodeId top = folder(home, "top");
    lock(top);
    AccessChange first = pending(top).get(0);
    lock(top, new Grant("reader", Role.READER));
    feed.accessIndexed(first);
    assertThat(pending(top)).hasSize(1);
  }

  private List<AccessChange> pending(NodeId top) {
    return feed.pendingAccessChanges().stream().filter(change -> change.top().equals(top)).toList();
  }

  private List<NodeId> everyNode(int limit) {
    List<NodeId> all = new ArrayList<>();
    List<NodeId> page = feed.all(Optional.empty(), limit);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = feed.all(Optional.of(page.get(page.size() - 1)), limit);
    }
    return all;
  }

  private void create(NodeId id, String name) {
    nodes.create(SYSTEM, new NewNode(id, home, FOLDER, name, Set.of(), Map.of()));
  }

  private List<NodeId> changedSince(Mark mark) {
    return since(mark).stream().map(ChangeFeed.Change::id).toList();
  }

  private List<NodeId> changed(String position) {
    return changes(position).stream().map(ChangeFeed.Change::id).toList();
  }

  private List<Long> numbers(String position, NodeId id) {
    return changes(position).stream()
        .filter(change -> change.id().equals(id))
        .map(ChangeFeed.Change::sequence)
        .toList();
  }

  /** Until the position has moved past everything committed so far. */
  private void awaitQuiet(String position) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!feed.after(position, 10_000).changes().isEmpty()) {
      position = feed.after(position, 10_000).position();
      assertThat(System.nanoTime()).as("the feed settles").isLessThan(end);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
