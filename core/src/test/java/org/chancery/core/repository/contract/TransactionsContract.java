package org.chancery.core.repository.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
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
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;
import org.chancery.model.QName;
import org.junit.jupiter.api.Test;

/** What {@link Transactions} promises. */
public abstract class TransactionsContract extends RepositoryContract {

  @Test
  void anExceptionLeavesNothing() {
    NodeId folder = folder(home, "folder");
    NodeId letter = document(home, "letter");
    Mark mark = mark();
    List<String> ran = new ArrayList<>();
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      transactions.afterCommit(() -> ran.add("after"));
                      nodes.create(SYSTEM, NewNode.of(folder, FOLDER, "new", Map.of()));
                      contents.attach(SYSTEM, letter, CONTENT, store("words"));
                      versions.keep(SYSTEM, letter, true, "");
                      permissions.set(SYSTEM, folder, new AccessList(false, Set.of()));
                      nodes.move(SYSTEM, folder, home, "renamed");
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no");
    assertThat(nodes.child(SYSTEM, folder, "new")).isEmpty();
    assertThat(nodes.get(SYSTEM, letter).contents()).isEmpty();
    assertThat(versions.list(SYSTEM, letter)).isEmpty();
    assertThat(nodes.get(READER, folder).name()).isEqualTo("folder");
    assertThat(since(mark))
        .noneMatch(change -> change.id().equals(folder) || change.id().equals(letter));
    assertThat(ran).isEmpty();
  }

  @Test
  void innerWorkSharesTheOutersFate() {
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      folder(home, "inner");
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(nodes.child(SYSTEM, home, "inner")).isEmpty();
  }

  @Test
  void aFailureInsideRollsTheWholeBackEvenIfSwallowed() {
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      nodes.create(SYSTEM, NewNode.of(home, FOLDER, "outer", Map.of()));
                      try {
                        write(
                            () -> {
                              throw new IllegalStateException("no");
                            });
                      } catch (IllegalStateException e) {
                        return;
                      }
                    }))
        .isInstanceOf(RuntimeException.class);
    assertThat(nodes.child(SYSTEM, home, "outer")).isEmpty();
  }

  @Test
  void workApartStaysWhateverBecomesOfTheOther() {
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      nodes.create(SYSTEM, NewNode.of(home, FOLDER, "refused", Map.of()));
                      transactions.writeApart(
                          () -> nodes.create(SYSTEM, NewNode.of(home, FOLDER, "noted", Map.of())));
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(nodes.child(SYSTEM, home, "refused")).isEmpty();
    assertThat(nodes.child(SYSTEM, home, "noted")).isPresent();
  }

  @Test
  void actionsRunInOrderAfterTheCommitOfTheOutermost() {
    List<String> ran = new ArrayList<>();
    write(
        () -> {
          transactions.afterCommit(() -> ran.add("first"));
          write(
              () -> {
                nodes.create(SYSTEM, NewNode.of(home, FOLDER, "made", Map.of()));
                transactions.afterCommit(
                    () -> ran.add("second sees " + nodes.child(SYSTEM, home, "made").isPresent()));
              });
          ran.add("work");
          transactions.afterCommit(() -> ran.add("third"));
        });
    assertThat(ran).containsExactly("work", "first", "second sees true", "third");
  }

  @Test
  void anActionMayBeginATransactionAndFailingOnesHurtNobody() {
    List<String> ran = new ArrayList<>();
    String answer =
        transactions.write(
            () -> {
              transactions.afterCommit(
                  () -> {
                    throw new IllegalStateException("an action that fails");
                  });
              transactions.afterCommit(() -> ran.add(folder(SYSTEM, home, "follow-up").name()));
              return "done";
            });
    assertThat(answer).isEqualTo("done");
    assertThat(ran).containsExactly("follow-up");
    assertThat(nodes.child(SYSTEM, home, "follow-up")).isPresent();
  }

  @Test
  void aWriteSeesItsOwnWritesAndOthersDoNotUntilTheCommit() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      write(
          () -> {
            Node made = nodes.create(SYSTEM, NewNode.of(home, FOLDER, "made", Map.of()));
            assertThat(nodes.find(SYSTEM, made.id())).isPresent();
            assertThat(got(other.submit(() -> nodes.find(SYSTEM, made.id())))).isEmpty();
          });
      assertThat(nodes.child(SYSTEM, home, "made")).isPresent();
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void readingIsOneSnapshot() throws Exception {
    NodeId id = folder(home, "folder");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      long first = nodes.get(SYSTEM, id).revision();
      transactions.read(
          () -> {
            Node before = nodes.get(SYSTEM, id);
            got(
                other.submit(
                    () ->
                        transactions.write(
                            () ->
                                nodes.update(SYSTEM, id, Optional.empty(), Change.of(Map.of())))));
            assertThat(nodes.get(SYSTEM, id)).isEqualTo(before);
            return null;
          });
      assertThat(nodes.get(SYSTEM, id).revision()).isGreaterThan(first);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void aChangeWithoutAWriteTransactionIsRefused() {
    assertThatThrownBy(() -> nodes.create(SYSTEM, NewNode.of(home, FOLDER, "x", Map.of())))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                transactions.read(
                    () -> nodes.create(SYSTEM, NewNode.of(home, FOLDER, "x", Map.of()))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(nodes.child(SYSTEM, home, "x")).isEmpty();
  }

  @Test
  void writersThatLockInOppositeOrderBothFinish() throws Exception {
    NodeId one = folder(home, "one");
    NodeId two = folder(home, "two");
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    try {
      Future<?> there = pool.submit(() -> writeBoth(one, two, TITLE, bothHoldOne));
      Future<?> back = pool.submit(() -> writeBoth(two, one, DESCRIPTION, bothHoldOne));
      got(there);
      got(back);
    } finally {
      pool.shutdownNow();
    }
    for (NodeId id : List.of(one, two)) {
      assertThat(nodes.get(SYSTEM, id).properties())
          .containsEntry(TITLE, "written")
          .containsEntry(DESCRIPTION, "written");
    }
  }

  @Test
  void whatIsDecidedOnAHeldNodeStaysTrueUntilTheCommit() {
    NodeId counter = folder(home, "counter");
    write(
        () ->
            nodes.update(
                SYSTEM,
                counter,
                Optional.empty(),
                new Change(Map.of(DESCRIPTION, "0"), Set.of(), Set.of(TITLED))));
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<?> one = pool.submit(() -> countUp(counter));
      Future<?> other = pool.submit(() -> countUp(counter));
      got(one);
      got(other);
    } finally {
      pool.shutdownNow();
    }
    assertThat(nodes.get(SYSTEM, counter).text(DESCRIPTION)).contains("40");
  }

  private void countUp(NodeId counter) {
    for (int i = 0; i < 20; i++) {
      write(
          () -> {
            int now = Integer.parseInt(nodes.hold(SYSTEM, counter).text(DESCRIPTION).orElseThrow());
            Map<QName, Object> next = Map.of(DESCRIPTION, String.valueOf(now + 1));
            nodes.update(SYSTEM, counter, Optional.empty(), Change.of(next));
          });
    }
  }

  private void writeBoth(NodeId first, NodeId second, QName property, CountDownLatch bothHoldOne) {
    Change change = new Change(Map.of(property, "written"), Set.of(), Set.of(TITLED));
    write(
        () -> {
          nodes.update(SYSTEM, first, Optional.empty(), change);
          bothHoldOne.countDown();
          try {
            // A host that lets only one write at a time never gets both here; go on then.
            bothHoldOne.await(2, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          nodes.update(SYSTEM, second, Optional.empty(), change);
        });
  }

  private static <T> T got(Future<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
