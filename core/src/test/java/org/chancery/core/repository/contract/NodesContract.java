package org.chancery.core.repository.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.NameTaken;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permission;
import org.chancery.core.repository.Placed;
import org.chancery.core.repository.RepositoryException;
import org.chancery.model.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Nodes} promises. */
public abstract class NodesContract extends RepositoryContract {

  @Test
  void theRootIsReadableByEveryoneAndWhatLiesInItIsNot() {
    assertThat(nodes.find(STRANGER, nodes.root())).isPresent();
    assertThat(nodes.get(STRANGER, nodes.root()).parent()).isEmpty();
    assertThat(nodes.find(STRANGER, home)).isEmpty();
  }

  @Test
  void aCreatedNodeIsReadAsItWasAnswered() {
    Map<QName, Object> values = new HashMap<>(caseValues("24-1"));
    values.put(QName.of("cor:component"), List.of("FEMA", "TSA"));
    values.put(QName.of("cor:dateReceived"), LocalDate.of(2024, 2, 29));
    Node made = write(() -> nodes.create(EDITOR, NewNode.of(home, CASE_FILE, "24-1", values)));
    assertThat(nodes.get(READER, made.id())).isEqualTo(made);
    assertThat(made.properties()).containsAllEntriesOf(values);
    assertThat(made.parent()).contains(home);
    assertThat(made.createdBy()).isEqualTo("editor");
    assertThat(made.modifiedAt()).isEqualTo(made.createdAt());
  }

  @Test
  void theTypesMandatoryAspectsAreCarried() {
    NodeId id = document(home, "letter");
    assertThat(nodes.get(SYSTEM, id).aspects()).contains(QName.of("cm:auditable"));
  }

  @Test
  void whatMayNotBeReadIsAnsweredAsWhatDoesNotExist() {
    NodeId hidden = folder(home, "hidden");
    NodeId never = NodeId.random();
    for (NodeId id : List.of(hidden, never)) {
      assertThat(nodes.find(STRANGER, id)).isEmpty();
      assertThat(permissions.allowed(STRANGER, id, Permission.READ)).isFalse();
      List<Callable<?>> tries =
          List.of(
              () -> nodes.get(STRANGER, id),
              () -> nodes.children(STRANGER, id, Optional.empty(), 10),
              () -> nodes.ancestors(STRANGER, id),
              () -> folder(STRANGER, id, "x"),
              () -> write(() -> nodes.update(STRANGER, id, Optional.of(1L), Change.of(Map.of()))),
              () -> write(() -> nodes.move(STRANGER, id, nodes.root(), "x")),
              () -> delete(STRANGER, id),
              () -> permissions.get(STRANGER, id),
              () -> contents.open(STRANGER, id, CONTENT),
              () -> versions.list(STRANGER, id));
      for (Callable<?> each : tries) {
        assertThatThrownBy(each::call)
            .isInstanceOf(NotFound.class)
            .hasMessage(new NotFound(id).getMessage());
      }
    }
  }

  @Test
  void whatMayBeReadButNotDoneIsDenied() {
    NodeId id = folder(home, "shown");
    assertThatThrownBy(() -> folder(READER, id, "x")).isInstanceOf(Denied.class);
    assertThatThrownBy(
            () -> write(() -> nodes.update(READER, id, Optional.empty(), Change.of(Map.of()))))
        .isInstanceOf(Denied.class);
    assertThatThrownBy(() -> delete(READER, id)).isInstanceOf(Denied.class);
    assertThatThrownBy(() -> write(() -> nodes.move(READER, id, home, "other")))
        .isInstanceOf(Denied.class);
    assertThatThrownBy(
            () -> write(() -> nodes.update(CONTRIBUTOR, id, Optional.empty(), Change.of(Map.of()))))
        .isInstanceOf(Denied.class);
    assertThat(folder(CONTRIBUTOR, id, "added").name()).isEqualTo("added");
  }

  @Test
  void aNameIsTakenWhateverItsCase() {
    NodeId first = folder(home, "Straße Ångström");
    assertThatThrownBy(() -> folder(home, "STRASSE A\u030aNGSTRÖM")).isInstanceOf(NameTaken.class);
    assertThat(nodes.child(READER, home, "straße ångström")).map(Node::id).contains(first);
    NodeId second = folder(home, "other");
    assertThatThrownBy(() -> write(() -> nodes.move(SYSTEM, second, home, "straße ÅNGSTRÖM")))
        .isInstanceOf(NameTaken.class);
  }

  @Test
  void aRefusedNameLeavesTheTransactionUsable() {
    folder(home, "taken");
    NodeId mover = folder(home, "mover");
    NodeId made =
        write(
            () -> {
              assertThatThrownBy(
                      () -> nodes.create(SYSTEM, NewNode.of(home, FOLDER, "Taken", Map.of())))
                  .isInstanceOf(NameTaken.class);
              assertThatThrownBy(() -> nodes.move(SYSTEM, mover, home, "TAKEN"))
                  .isInstanceOf(NameTaken.class);
              return nodes.create(SYSTEM, NewNode.of(home, FOLDER, "taken (2)", Map.of())).id();
            });
    assertThat(nodes.find(SYSTEM, made)).isPresent();
  }

  @Test
  void aNameMayChangeItsCase() {
    NodeId id = folder(home, "annual report");
    write(() -> nodes.move(EDITOR, id, home, "Annual Report"));
    assertThat(nodes.get(READER, id).name()).isEqualTo("Annual Report");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "a/b", "a\u0000b", "a\nb", "\ud800"})
  void anUnfitNameIsRefused(String name) {
    assertThatThrownBy(() -> folder(home, name))
        .isInstanceOfSatisfying(
            Invalid.class, refusal -> assertThat(refusal.problems()).containsKey("name"));
    NodeId id = folder(home, "fit");
    assertThatThrownBy(() -> write(() -> nodes.move(SYSTEM, id, home, name)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void aNameHas255CharactersAtMost() {
    assertThat(nodes.find(SYSTEM, folder(home, "x".repeat(255)))).isPresent();
    assertThatThrownBy(() -> folder(home, "y".repeat(256))).isInstanceOf(Invalid.class);
  }

  @Test
  void theModelIsHeldTo() {
    Map<QName, Object> incomplete = new HashMap<>(caseValues("24-2"));
    incomplete.remove(QName.of("cor:subject"));
    assertThatThrownBy(
            () -> write(() -> nodes.create(SYSTEM, NewNode.of(home, CASE_FILE, "x", incomplete))))
        .isInstanceOfSatisfying(
            Invalid.class, refusal -> assertThat(refusal.problems()).containsKey("cor:subject"));
    assertThatThrownBy(
            () ->
                write(
                    () ->
                        nodes.create(
                            SYSTEM, NewNode.of(home, QName.of("cor:nothing"), "x", Map.of()))))
        .isInstanceOf(Invalid.class);
    NodeId file = caseFile(home, "24-3");
    assertThatThrownBy(
            () ->
                write(
                    () ->
                        nodes.update(
                            SYSTEM,
                            file,
                            Optional.empty(),
                            new Change(Map.of(), Set.of(QName.of("cor:subject")), Set.of()))))
        .isInstanceOf(Invalid.class);
    assertThat(nodes.get(SYSTEM, file).text(QName.of("cor:subject"))).contains("A subject");
  }

  @Test
  void aChangeSetsAndClearsAndCountsUp() {
    NodeId id = folder(home, "folder");
    Node before = nodes.get(SYSTEM, id);
    Node after =
        write(
            () ->
                nodes.update(
                    EDITOR,
                    id,
                    Optional.of(before.revision()),
                    new Change(
                        Map.of(TITLE, "A title", DESCRIPTION, "Words"), Set.of(), Set.of(TITLED))));
    assertThat(after.revision()).isGreaterThan(before.revision());
    assertThat(after.modifiedBy()).isEqualTo("editor");
    assertThat(after.aspects()).contains(TITLED);
    assertThat(nodes.get(READER, id)).isEqualTo(after);
    Map<QName, Object> clear = new HashMap<>();
    clear.put(DESCRIPTION, null);
    Node cleared = write(() -> nodes.update(EDITOR, id, Optional.empty(), Change.of(clear)));
    assertThat(cleared.text(DESCRIPTION)).isEmpty();
    assertThat(cleared.text(TITLE)).contains("A title");
  }

  @Test
  void anAspectTakenAwayTakesItsPropertiesAndContents() {
    NodeId id = document(home, "letter");
    write(
        () ->
            nodes.update(
                SYSTEM,
                id,
                Optional.empty(),
                new Change(Map.of(QName.of("cor:pageCount"), 3), Set.of(), Set.of(READ_ASPECT))));
    attach(id, TEXT, "words");
    Node after =
        write(
            () ->
                nodes.update(
                    SYSTEM,
                    id,
                    Optional.empty(),
                    new Change(Map.of(), Set.of(), Set.of(), Set.of(READ_ASPECT))));
    assertThat(after.aspects()).doesNotContain(READ_ASPECT);
    assertThat(after.properties()).doesNotContainKey(QName.of("cor:pageCount"));
    assertThat(after.contents()).doesNotContainKey(TEXT);
    assertThat(nodes.get(SYSTEM, id)).isEqualTo(after);
  }

  @Test
  void aStaleRevisionIsAConflictThatNamesThePresentOne() {
    NodeId id = folder(home, "folder");
    long seen = nodes.get(SYSTEM, id).revision();
    Node now = write(() -> nodes.update(SYSTEM, id, Optional.of(seen), Change.of(Map.of())));
    assertThatThrownBy(
            () -> write(() -> nodes.update(SYSTEM, id, Optional.of(seen), Change.of(Map.of()))))
        .isInstanceOfSatisfying(
            Conflict.class,
            conflict -> assertThat(conflict.currentRevision()).isEqualTo(now.revision()));
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      nodes.delete(SYSTEM, id, Optional.of(seen));
                      return null;
                    }))
        .isInstanceOf(Conflict.class);
    assertThat(nodes.find(SYSTEM, id)).isPresent();
  }

  @Test
  void ofChangesToOneRevisionAtTheSameTimeExactlyOneHolds() throws Exception {
    NodeId id = folder(home, "folder");
    long seen = nodes.get(SYSTEM, id).revision();
    List<String> outcomes =
        together(
            4,
            number -> {
              try {
                write(() -> nodes.update(SYSTEM, id, Optional.of(seen), Change.of(Map.of())));
                return "done";
              } catch (Conflict e) {
                return "conflict";
              }
            });
    assertThat(outcomes).containsExactlyInAnyOrder("done", "conflict", "conflict", "conflict");
  }

  @Test
  void ofItemsOfOneNameMadeAtTheSameTimeExactlyOneIsMade() throws Exception {
    List<String> outcomes =
        together(
            4,
            number -> {
              try {
                folder(home, number % 2 == 0 ? "SAME" : "same");
                return "made";
              } catch (NameTaken e) {
                return "taken";
              }
            });
    assertThat(outcomes).containsExactlyInAnyOrder("made", "taken", "taken", "taken");
  }

  @Test
  void childrenComeByNameInPagesThatMissAndDoubleNothing() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      names.add((i % 2 == 0 ? "Item " : "item ") + String.format("%02d", i));
    }
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(7));
    write(
        () ->
            shuffled.forEach(
                name -> nodes.create(SYSTEM, NewNode.of(home, FOLDER, name, Map.of()))));
    List<String> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(READER, home, cursor, 10);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(10);
      page.items().forEach(node -> seen.add(node.name()));
      cursor = page.cursor();
    } while (cursor.isPresent());
    assertThat(seen).isEqualTo(names);
    assertThatThrownBy(() -> nodes.children(READER, home, Optional.empty(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> nodes.children(READER, home, Optional.empty(), 1001))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void childrenThatMayNotBeReadAreNotListedNorCountedInPages() {
    for (int i = 0; i < 12; i++) {
      NodeId child = folder(home, "item " + String.format("%02d", i));
      if (i % 3 != 0) {
        lock(child);
      }
    }
    Page<Node> first = nodes.children(READER, home, Optional.empty(), 3);
    Page<Node> second = nodes.children(READER, home, first.cursor(), 3);
    assertThat(first.items())
        .extracting(Node::name)
        .containsExactly("item 00", "item 03", "item 06");
    assertThat(second.items()).extracting(Node::name).containsExactly("item 09");
    assertThat(second.cursor()).isEmpty();
    assertThat(nodes.child(READER, home, "item 01")).isEmpty();
  }

  @Test
  void childrenOfManyAreThoseOfTheTypeThatMayBeReadInParentsThatMayBeRead() {
    NodeId one = folder(home, "one");
    NodeId other = folder(home, "other");
    NodeId hidden = folder(home, "hidden");
    NodeId inOne = folder(one, "in one");
    NodeId inOther = folder(other, "in other");
    NodeId apart = folder(other, "apart");
    document(one, "a letter");
    folder(inOne, "deeper");
    NodeId openInHidden = folder(hidden, "open in hidden");
    lock(hidden);
    lock(apart);
    lock(openInHidden, new Grant("reader", Grant.Role.READER));

    List<NodeId> parents = List.of(one, hidden, other, one, NodeId.random());

    assertThat(nodes.childrenOfAll(READER, parents, FOLDER))
        .extracting(Node::id)
        .containsExactlyInAnyOrder(inOne, inOther);
    assertThat(nodes.childrenOfAll(SYSTEM, parents, FOLDER))
        .extracting(Node::id)
        .containsExactlyInAnyOrder(inOne, inOther, apart, openInHidden);
    assertThat(nodes.childrenOfAll(READER, List.of(), FOLDER)).isEmpty();
    assertThat(nodes.childrenOfAll(READER, List.of(one), FOLDER).get(0))
        .isEqualTo(nodes.get(READER, inOne));
  }

  @Test
  void ancestorsComeFromTheRootAndOnlyTheReadableOnes() {
    NodeId locked = folder(home, "locked");
    NodeId open = folder(locked, "open");
    NodeId leaf = folder(open, "leaf");
    lock(locked);
    lock(open, new Grant("GROUP_READERS", Grant.Role.READER));
    assertThat(nodes.ancestors(SYSTEM, leaf))
        .extracting(Node::id)
        .containsExactly(nodes.root(), home, locked, open);
    assertThat(nodes.ancestors(READER, leaf))
        .extracting(Node::id)
        .containsExactly(nodes.root(), home, open);
    assertThat(nodes.ancestors(SYSTEM, nodes.root())).isEmpty();
    NodeId beside = folder(open, "beside");
    String top = nodes.get(SYSTEM, home).name();
    assertThat(nodes.placed(SYSTEM, List.of(leaf, beside)))
        .extracting(Placed::path)
        .containsExactlyInAnyOrder(top + "/locked/open/leaf", top + "/locked/open/beside");
    assertThat(nodes.placed(READER, List.of(leaf, beside, NodeId.random(), leaf)))
        .as("what may be read above a hidden folder is not told with what lies in it")
        .extracting(Placed::path)
        .containsExactlyInAnyOrder("open/leaf", "open/beside");
    NodeId hidden = folder(locked, "hidden");
    assertThat(nodes.placed(READER, List.of(hidden, open, leaf)))
        .extracting(Placed::path)
        .containsExactlyInAnyOrder("open", "open/leaf");
    assertThat(nodes.placed(READER, List.of(home)))
        .containsExactly(Placed.of(nodes.get(READER, home), each -> Optional.empty()));
    assertThat(nodes.placed(READER, List.of(nodes.root())))
        .containsExactly(Placed.of(nodes.get(READER, nodes.root()), each -> Optional.empty()));
    assertThat(nodes.placed(READER, List.of())).isEmpty();
  }

  @Test
  void aMoveTakesEverythingBelowAlong() {
    NodeId from = folder(home, "from");
    NodeId to = folder(home, "to");
    NodeId moved = folder(from, "moved");
    NodeId leaf = document(moved, "leaf");
    Node after = write(() -> nodes.move(EDITOR, moved, to, "renamed"));
    assertThat(after.parent()).contains(to);
    assertThat(after.name()).isEqualTo("renamed");
    assertThat(nodes.ancestors(SYSTEM, leaf))
        .extracting(Node::id)
        .containsExactly(nodes.root(), home, to, moved);
    assertThat(nodes.children(SYSTEM, from, Optional.empty(), 10).items()).isEmpty();
  }

  @Test
  void aMoveNeedsLeaveToTakeAndToPut() {
    NodeId from = folder(home, "from");
    NodeId to = folder(home, "to");
    NodeId moved = folder(from, "moved");
    lock(to, new Grant("GROUP_EDITORS", Grant.Role.READER));
    assertThatThrownBy(() -> write(() -> nodes.move(EDITOR, moved, to, "moved")))
        .isInstanceOf(Denied.class);
    lock(to);
    assertThatThrownBy(() -> write(() -> nodes.move(EDITOR, moved, to, "moved")))
        .isInstanceOf(NotFound.class)
        .hasMessage(new NotFound(to).getMessage());
  }

  @Test
  void nothingMovesIntoItself() {
    NodeId top = folder(home, "top");
    NodeId below = folder(folder(top, "middle"), "below");
    assertThatThrownBy(() -> write(() -> nodes.move(SYSTEM, top, below, "top")))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> write(() -> nodes.move(SYSTEM, top, top, "top")))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void twoMovesAtTheSameTimeCloseNoCircle() throws Exception {
    NodeId one = folder(home, "one");
    NodeId two = folder(home, "two");
    List<String> outcomes =
        together(
            2,
            number -> {
              try {
                write(
                    () ->
                        number == 0
                            ? nodes.move(SYSTEM, one, two, "one")
                            : nodes.move(SYSTEM, two, one, "two"));
                return "moved";
              } catch (Invalid e) {
                return "refused";
              }
            });
    assertThat(outcomes).containsExactlyInAnyOrder("moved", "refused");
    assertThat(nodes.ancestors(SYSTEM, one)).extracting(Node::id).contains(home);
    assertThat(nodes.ancestors(SYSTEM, two)).extracting(Node::id).contains(home);
  }

  @Test
  void theTreeHasABottom() {
    NodeId deepest =
        write(
            () -> {
              NodeId at = home;
              for (int depth = 2; depth <= 60; depth++) {
                at = nodes.create(SYSTEM, NewNode.of(at, FOLDER, "x", Map.of())).id();
              }
              return at;
            });
    assertThat(nodes.ancestors(SYSTEM, deepest)).hasSize(60);
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      NodeId at = deepest;
                      for (int more = 0; more < 100; more++) {
                        at = nodes.create(SYSTEM, NewNode.of(at, FOLDER, "x", Map.of())).id();
                      }
                      return at;
                    }))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void deletingTakesEverythingBelow() {
    NodeId top = folder(home, "top");
    NodeId below = document(folder(top, "middle"), "below");
    attach(below, CONTENT, "bytes");
    delete(EDITOR, top);
    assertThat(nodes.find(SYSTEM, top)).isEmpty();
    assertThat(nodes.find(SYSTEM, below)).isEmpty();
    assertThatThrownBy(() -> contents.open(SYSTEM, below, CONTENT)).isInstanceOf(NotFound.class);
    assertThat(folder(home, "top")).isNotEqualTo(top);
  }

  @Test
  void theRootStays() {
    assertThatThrownBy(() -> delete(SYSTEM, nodes.root())).isInstanceOf(Denied.class);
    assertThatThrownBy(() -> write(() -> nodes.move(SYSTEM, nodes.root(), home, "x")))
        .isInstanceOf(RepositoryException.class);
    assertThatThrownBy(
            () ->
                write(
                    () ->
                        nodes.update(SYSTEM, nodes.root(), Optional.empty(), Change.of(Map.of()))))
        .isInstanceOf(Denied.class);
  }

  @Test
  void relationsAreFoundFromBothEndsAndOnlyTheReadableOnes() {
    NodeId one = caseFile(home, "24-10");
    NodeId two = caseFile(home, "24-11");
    NodeId hidden = caseFile(home, "24-12");
    write(
        () -> {
          nodes.associate(EDITOR, one, RELATED, two);
          nodes.associate(EDITOR, one, RELATED, two);
          nodes.associate(EDITOR, one, RELATED, hidden);
        });
    lock(hidden);
    assertThat(nodes.targets(READER, one, RELATED)).extracting(Node::id).containsExactly(two);
    assertThat(nodes.targets(SYSTEM, one, RELATED)).hasSize(2);
    assertThat(nodes.sources(READER, two, RELATED)).extracting(Node::id).containsExactly(one);
    assertThatThrownBy(() -> write(() -> nodes.associate(EDITOR, one, RELATED, hidden)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> write(() -> nodes.associate(READER, one, RELATED, two)))
        .isInstanceOf(Denied.class);
    write(
        () -> {
          nodes.dissociate(EDITOR, one, RELATED, two);
          nodes.dissociate(EDITOR, one, RELATED, two);
        });
    assertThat(nodes.targets(READER, one, RELATED)).isEmpty();
  }

  @Test
  void aDeletedNodesRelationsEnd() {
    NodeId one = caseFile(home, "24-13");
    NodeId two = caseFile(home, "24-14");
    write(() -> nodes.associate(SYSTEM, one, RELATED, two));
    delete(SYSTEM, two);
    assertThat(nodes.targets(SYSTEM, one, RELATED)).isEmpty();
  }

  @Test
  void byPropertyFindsTheReadableOldestFirst() {
    QName number = QName.of("cor:fileNumber");
    String value = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    List<NodeId> files = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      files.add(
          write(() -> nodes.create(SYSTEM, NewNode.of(home, CASE_FILE, name, caseValues(value))))
              .id());
    }
    lock(files.get(1));
    assertThat(nodes.byProperty(SYSTEM, number, value, 10))
        .extracting(Node::id)
        .containsExactlyElementsOf(files);
    assertThat(nodes.byProperty(READER, number, value, 10))
        .extracting(Node::id)
        .containsExactly(files.get(0), files.get(2));
    assertThat(nodes.byProperty(READER, number, value, 1))
        .extracting(Node::id)
        .containsExactly(files.get(0));
    assertThat(nodes.byProperty(STRANGER, number, value, 10)).isEmpty();
    assertThatThrownBy(() -> nodes.byProperty(SYSTEM, TITLE, "x", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Void delete(Caller caller, NodeId id) {
    return write(
        () -> {
          nodes.delete(caller, id, Optional.empty());
          return null;
        });
  }

  private interface Numbered {
    String run(int number) throws Exception;
  }

  /** Runs the same on several threads that begin at once. */
  private static List<String> together(int threads, Numbered work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<String>> running =
          IntStream.range(0, threads)
              .mapToObj(
                  number ->
                      pool.submit(
                          () -> {
                            start.await();
                            return work.run(number);
                          }))
              .toList();
      List<String> outcomes = new ArrayList<>();
      for (Future<String> each : running) {
        outcomes.add(each.get());
      }
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }
}
