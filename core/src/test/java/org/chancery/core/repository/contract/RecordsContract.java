package org.chancery.core.repository.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.chancery.core.records.RecordGuard;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Declared;
import org.chancery.core.repository.Denied;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a host's ports withstand once the rule for records is put around them. */
public abstract class RecordsContract extends RepositoryContract {

  private Nodes raw;
  private Permissions rawPermissions;
  private NodeId folder;
  private NodeId record;

  @BeforeEach
  void declareOne() {
    raw = nodes;
    rawPermissions = permissions;
    folder = folder(home, "folder");
    record = document(folder, "record");
    attach(record, CONTENT, "as it was");
    write(() -> versions.keep(SYSTEM, record, true, "first"));
    write(() -> declare(record));
    write(() -> mark(folder, Map.of(), Rec.HOLDS_RECORDS));
    RecordGuard guard = new RecordGuard(nodes, contents, versions, permissions);
    nodes = guard.nodes();
    contents = guard.contents();
    versions = guard.versions();
    permissions = guard.permissions();
  }

  private Node declare(NodeId id) {
    Map<QName, Object> values =
        Map.of(
            Rec.RECORD_ID,
            "R-2026-000001",
            Rec.DECLARED_AT,
            Instant.parse("2026-11-22T12:00:00Z"),
            Rec.DECLARED_BY,
            "keeper",
            Rec.DIGEST,
            "0".repeat(64));
    return mark(id, values, Rec.DECLARED);
  }

  private Node mark(NodeId id, Map<QName, Object> values, QName aspect) {
    return raw.update(
        SYSTEM, id, Optional.empty(), new Change(values, Set.of(), Set.of(aspect), Set.of()));
  }

  /** Refused to the keeper and to the system alike, and nothing of it stays. */
  private void refused(Consumer<Caller> change) {
    Node before = raw.get(SYSTEM, record);
    for (Caller caller : List.of(KEEPER, SYSTEM)) {
      assertThatThrownBy(() -> transactions.write(() -> change.accept(caller)))
          .isInstanceOf(Declared.class);
    }
    assertThat(raw.get(SYSTEM, record)).isEqualTo(before);
  }

  @Test
  void aRecordIsStillRead() {
    assertThat(nodes.get(READER, record).contents()).containsKey(CONTENT);
    assertThat(versions.list(READER, record)).hasSize(1);
  }

  @Test
  void aRecordKeepsItsValues() {
    refused(
        caller ->
            nodes.update(caller, record, Optional.empty(), Change.of(Map.of(TITLE, "Changed"))));
  }

  @Test
  void aDeclarationIsNotTakenBack() {
    refused(
        caller ->
            nodes.update(
                caller,
                record,
                Optional.empty(),
                new Change(Map.of(), Set.of(), Set.of(), Set.of(Rec.DECLARED))));
    refused(
        caller ->
            nodes.update(
                caller,
                folder,
                Optional.empty(),
                new Change(Map.of(), Set.of(), Set.of(), Set.of(Rec.HOLDS_RECORDS))));
  }

  @Test
  void aRecordKeepsItsContent() {
    ContentInfo other = store("otherwise");
    refused(caller -> contents.attach(caller, record, CONTENT, other));
  }

  @Test
  void aRecordGetsNoFurtherVersion() {
    refused(caller -> versions.keep(caller, record, false, "second"));
    assertThat(versions.list(SYSTEM, record)).hasSize(1);
  }

  @Test
  void aRecordKeepsItsNameAndPlace() {
    refused(caller -> nodes.move(caller, record, folder, "other name"));
    refused(caller -> nodes.move(caller, record, home, "record"));
  }

  @Test
  void aRecordIsNotDeleted() {
    refused(caller -> nodes.delete(caller, record, Optional.empty()));
  }

  @Test
  void aRecordsPermissionsAreNotSet() {
    refused(
        caller ->
            permissions.set(
                caller,
                record,
                new AccessList(true, Set.of(new Grant("keeper", Grant.Role.EDITOR)))));
    assertThat(permissions.get(SYSTEM, record)).isEqualTo(AccessList.inherited());
  }

  @Test
  void nothingIsAddedToARecord() {
    NodeId file = caseFile(home, "2026-1");
    NodeId other = document(home, "other");
    write(() -> declare(file));
    refused(caller -> nodes.create(caller, NewNode.of(file, FOLDER, "more", Map.of())));
    refused(caller -> nodes.move(caller, other, file, "other"));
    assertThat(raw.children(SYSTEM, file, Optional.empty(), 10).items()).isEmpty();
  }

  @Test
  void aRecordIsNeitherEndOfANewRelation() {
    NodeId one = caseFile(home, "2026-1");
    NodeId two = caseFile(home, "2026-2");
    write(() -> declare(one));
    refused(caller -> nodes.associate(caller, one, RELATED, two));
    refused(caller -> nodes.associate(caller, two, RELATED, one));
    assertThat(raw.targets(SYSTEM, two, RELATED)).isEmpty();
  }

  @Test
  void aRecordNeitherMovesNorGoesWithAFolderAboveIt() {
    NodeId elsewhere = folder(home, "elsewhere");
    refused(caller -> nodes.move(caller, folder, elsewhere, "folder"));
    refused(caller -> nodes.delete(caller, folder, Optional.empty()));
    assertThat(raw.ancestors(SYSTEM, record)).extracting(Node::id).contains(home, folder);
  }

  @Test
  void aRefusalDoesNotTellOfAHiddenRecord() {
    write(() -> rawPermissions.set(SYSTEM, record, new AccessList(false, Set.of())));
    assertThatThrownBy(
            () -> transactions.write(() -> nodes.delete(EDITOR, folder, Optional.empty())))
        .isInstanceOf(Denied.class)
        .hasMessage("You may see 'folder', but not delete or move it; ask its owner.");
  }

  @Test
  void theFolderOfARecordIsRenamedAndFilledOn() {
    assertThat(write(() -> nodes.move(KEEPER, folder, home, "renamed")).name())
        .isEqualTo("renamed");
    assertThat(folder(KEEPER, folder, "more").parent()).contains(folder);
  }

  @Test
  void holdingChangesNothing() {
    NodeId free = document(folder, "free");
    Node before = nodes.get(SYSTEM, free);
    assertThat(write(() -> nodes.hold(EDITOR, free))).isEqualTo(before);
    assertThat(write(() -> nodes.holdAll(EDITOR, free))).containsExactly(before);
    assertThat(nodes.get(SYSTEM, free)).isEqualTo(before);
  }

  @Test
  void whatIsHeldAsAWholeTakesNothingInUntilItIsDeclared() throws Exception {
    NodeId file = caseFile(home, "2026-1");
    NodeId part = folder(file, "documents");
    ExecutorService other = Executors.newSingleThreadExecutor();
    CountDownLatch begun = new CountDownLatch(1);
    try {
      Future<?> adding =
          write(
              () -> {
                List<Node> whole = raw.holdAll(SYSTEM, file);
                assertThat(whole).extracting(Node::id).containsExactly(file, part);
                Future<?> started =
                    other.submit(
                        () -> {
                          begun.countDown();
                          transactions.write(
                              () -> {
                                nodes.create(SYSTEM, NewNode.of(part, FOLDER, "late", Map.of()));
                              });
                        });
                requireWaiting(begun, started);
                whole.forEach(node -> declare(node.id()));
                return started;
              });
      assertThatThrownBy(() -> adding.get(30, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(Declared.class);
      assertThat(raw.children(SYSTEM, part, Optional.empty(), 10).items()).isEmpty();
    } finally {
      other.shutdownNow();
    }
  }

  private static void requireWaiting(CountDownLatch begun, Future<?> started) {
    try {
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      started.get(300, TimeUnit.MILLISECONDS);
      throw new AssertionError("Something was added to what is held");
    } catch (TimeoutException expected) {
      assertThat(started).isNotDone();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
