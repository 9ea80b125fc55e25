package org.chancery.core.repository.contract;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.search.ChangeFeed;
import org.chancery.model.QName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Common ground of the contracts. Each test works in a folder of its own, in which {@link #KEEPER}
 * may do everything, {@link #EDITOR} change, {@link #READER} read, and {@link #STRANGER} nothing.
 */
@ExtendWith(PortsOfTheHost.class)
abstract class RepositoryContract {

  static final QName FOLDER = QName.of("cm:folder");
  static final QName DOCUMENT = QName.of("cor:document");
  static final QName CASE_FILE = QName.of("cor:caseFile");
  static final QName CONTENT = QName.of("cm:content");
  static final QName TEXT = QName.of("cor:text");
  static final QName TITLE = QName.of("cm:title");
  static final QName DESCRIPTION = QName.of("cm:description");
  static final QName TITLED = QName.of("cm:titled");
  static final QName READ_ASPECT = QName.of("cor:read");
  static final QName RELATED = QName.of("cor:relatedFile");

  static final Caller SYSTEM = Caller.ofSystem();
  static final Caller KEEPER = person("keeper", "GROUP_KEEPERS");
  static final Caller EDITOR = person("editor", "GROUP_EDITORS");
  static final Caller CONTRIBUTOR = person("contributor", "GROUP_CONTRIBUTORS");
  static final Caller READER = person("reader", "GROUP_READERS");
  static final Caller STRANGER = person("stranger", "GROUP_STRANGERS");

  static final Set<Grant> GRANTS =
      Set.of(
          new Grant("GROUP_KEEPERS", Grant.Role.COORDINATOR),
          new Grant("GROUP_EDITORS", Grant.Role.EDITOR),
          new Grant("GROUP_CONTRIBUTORS", Grant.Role.CONTRIBUTOR),
          new Grant("GROUP_READERS", Grant.Role.READER));

  Nodes nodes;
  Contents contents;
  Versions versions;
  Permissions permissions;
  Transactions transactions;
  ChangeFeed feed;

  /** This test's own folder, directly below the root. */
  NodeId home;

  @BeforeEach
  void makeHome(HostPorts ports) {
    nodes = ports.nodes();
    contents = ports.contents();
    versions = ports.versions();
    permissions = ports.permissions();
    transactions = ports.transactions();
    feed = ports.feed();
    home =
        write(
            () -> {
              Node made =
                  nodes.create(
                      SYSTEM,
                      NewNode.of(nodes.root(), FOLDER, "test " + UUID.randomUUID(), Map.of()));
              permissions.set(SYSTEM, made.id(), new AccessList(false, GRANTS));
              return made.id();
            });
  }

  static Caller person(String name, String... groups) {
    Set<String> authorities = new HashSet<>(List.of(groups));
    authorities.add(name);
    authorities.add(Caller.EVERYONE);
    return new Caller(name, authorities, false);
  }

  <T> T write(Supplier<T> work) {
    return transactions.write(work);
  }

  void write(Runnable work) {
    transactions.write(work);
  }

  NodeId folder(NodeId parent, String name) {
    return folder(SYSTEM, parent, name).id();
  }

  Node folder(Caller caller, NodeId parent, String name) {
    return write(() -> nodes.create(caller, NewNode.of(parent, FOLDER, name, Map.of())));
  }

  NodeId document(NodeId parent, String name) {
    return write(() -> nodes.create(SYSTEM, NewNode.of(parent, DOCUMENT, name, Map.of())).id());
  }

  NodeId caseFile(NodeId parent, String number) {
    return write(
        () -> nodes.create(SYSTEM, NewNode.of(parent, CASE_FILE, number, caseValues(number))).id());
  }

  static Map<QName, Object> caseValues(String number) {
    return Map.of(
        QName.of("cor:fileNumber"), number,
        QName.of("cor:subject"), "A subject",
        QName.of("cor:source"), "congress",
        QName.of("cor:status"), "open");
  }

  /** Where the feed stood, and what of before it may still deliver again. */
  record Mark(String position, Set<Long> delivered) {}

  Mark mark() {
    String position = feed.end();
    Set<Long> delivered = new HashSet<>();
    changes(position).forEach(change -> delivered.add(change.sequence()));
    return new Mark(position, delivered);
  }

  /** The changes after the mark, without those of before that are delivered again. */
  List<ChangeFeed.Change> since(Mark mark) {
    return changes(mark.position()).stream()
        .filter(change -> !mark.delivered().contains(change.sequence()))
        .toList();
  }

  List<ChangeFeed.Change> changes(String position) {
    List<ChangeFeed.Change> changes = new ArrayList<>();
    ChangeFeed.Batch batch = feed.after(position, 1000);
    changes.addAll(batch.changes());
    while (batch.more()) {
      batch = feed.after(batch.position(), 1000);
      changes.addAll(batch.changes());
    }
    return changes;
  }

  /** Only those named may anything, from here down. */
  void lock(NodeId id, Grant... grants) {
    write(() -> permissions.set(SYSTEM, id, new AccessList(false, Set.of(grants))));
  }

  void attach(NodeId id, QName property, String text) {
    ContentInfo stored = store(text);
    transactions.write(() -> contents.attach(SYSTEM, id, property, stored));
  }

  ContentInfo store(String text) {
    return contents.store(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "text/plain");
  }
}
