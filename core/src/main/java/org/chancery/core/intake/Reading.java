package org.chancery.core.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * Reads one item and keeps what was read, in one transaction with the end of the work. What has the
 * same bytes as something read before is not read again.
 */
final class Reading {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final List<QName> RENDITIONS =
      List.of(Cor.SEARCHABLE_PDF, Cor.TEXT, Cor.THUMBNAIL, Cor.LAYOUT, Cor.SUGGESTIONS);
  private static final List<QName> FINDINGS =
      List.of(
          Cor.PAGE_COUNT, Cor.RECOGNISED_PAGES, Cor.CONFIDENCE, Cor.DETECTED_TYPE, Cor.WARNINGS);

  private final Nodes nodes;
  private final Contents contents;
  private final Permissions permissions;
  private final WorkQueue queue;
  private final DocumentReader reader;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final ReadingProgress progress;
  private final Path scratch;
  private final Checkpoint checkpoint;
  private final Clock clock;

  /**
   * On these ports.
   *
   * @param scratch where work directories are made and removed again
   */
  Reading(
      Nodes nodes,
      Contents contents,
      Permissions permissions,
      WorkQueue queue,
      DocumentReader reader,
      Transactions transactions,
      AuditTrail audit,
      ReadingProgress progress,
      Path scratch,
      Checkpoint checkpoint,
      Clock clock) {
    this.nodes = nodes;
    this.contents = contents;
    this.permissions = permissions;
    this.queue = queue;
    this.reader = reader;
    this.transactions = transactions;
    this.audit = audit;
    this.progress = progress;
    this.scratch = scratch;
    this.checkpoint = checkpoint;
    this.clock = clock;
  }

  /** Does the work; whatever is thrown leaves it to be done again. */
  void read(WorkQueue.Work work) {
    NodeId id = NodeId.of(work.key());
    Optional<Node> found = transactions.write(() -> begin(work, id));
    if (found.isEmpty()) {
      return;
    }
    Node item = found.get();
    Optional<Node> twin = twin(item);
    if (twin.isPresent()) {
      transactions.write(() -> finish(work, id, node -> copy(twin.get(), node)));
      return;
    }
    Path directory = directory();
    try {
      Path original = contents.file(SYSTEM, id, Cm.CONTENT);
      DocumentReader.Outcome outcome =
          reader.read(original, item.name(), directory, (done, of) -> progress.set(id, done, of));
      checkpoint.reached("worker-result");
      keep(work, id, outcome);
    } finally {
      progress.end(id);
      remove(directory);
    }
  }

  /** Gives up: the item waits for a clerk with the reason. */
  void giveUp(WorkQueue.Work work, Reason reason) {
    NodeId id = NodeId.of(work.key());
    transactions.write(() -> finish(work, id, node -> quarantine(node, reason, Map.of())));
  }

  /** Marks the item as being read; empty when there is nothing left to read. */
  private Optional<Node> begin(WorkQueue.Work work, NodeId id) {
    Optional<Node> item =
        nodes.find(SYSTEM, id).filter(node -> node.contents().containsKey(Cm.CONTENT));
    if (item.isEmpty()) {
      queue.done(work);
      return Optional.empty();
    }
    // A clerk may be filing it right now.
    Node held = nodes.hold(SYSTEM, id);
    if (!awaits(held)) {
      return Optional.of(held);
    }
    return Optional.of(
        nodes.update(
            SYSTEM,
            id,
            Optional.empty(),
            Change.of(Map.of(Cor.INTAKE_STATE, IntakeState.READING.code()))));
  }

  private void keep(WorkQueue.Work work, NodeId id, DocumentReader.Outcome outcome) {
    if (outcome instanceof DocumentReader.Refused refused) {
      Reason reason = new Reason(refused.reason(), refused.explanation());
      Map<QName, Object> found = Map.of(Cor.DETECTED_TYPE, refused.mediaType());
      transactions.write(
          () -> {
            finish(work, id, node -> quarantine(retyped(node, refused.mediaType()), reason, found));
          });
    } else if (outcome instanceof DocumentReader.Read read) {
      // Bytes first, outside the transaction, as with originals.
      Map<QName, ContentInfo> renditions = store(read);
      transactions.write(
          () -> {
            finish(work, id, node -> ready(retyped(node, read.mediaType()), read, renditions));
          });
    }
  }

  private void finish(WorkQueue.Work work, NodeId id, Consumer<Node> change) {
    if (!queue.done(work)) {
      throw new IllegalStateException("The lease on reading " + id + " was lost");
    }
    // Deleted while it was being read: nothing to keep. Held: it may be being filed right now.
    nodes.find(SYSTEM, id).ifPresent(found -> change.accept(nodes.hold(SYSTEM, id)));
  }

  private void ready(Node item, DocumentReader.Read read, Map<QName, ContentInfo> renditions) {
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.PAGE_COUNT, read.pages().size());
    values.put(Cor.RECOGNISED_PAGES, read.recognisedPages());
    values.put(Cor.CONFIDENCE, Math.max(0, Math.min(100, read.confidence())));
    values.put(Cor.DETECTED_TYPE, read.mediaType());
    values.put(Cor.WARNINGS, read.warnings().isEmpty() ? null : read.warnings());
    done(item, values, renditions);
  }

  private void copy(Node twin, Node item) {
    Map<QName, Object> values = new HashMap<>();
    FINDINGS.forEach(name -> values.put(name, twin.properties().get(name)));
    Map<QName, ContentInfo> renditions = new HashMap<>(twin.contents());
    renditions.keySet().retainAll(RENDITIONS);
    Node retyped = retyped(item, twin.contents().get(Cm.CONTENT).mediaType());
    done(retyped, values, renditions);
  }

  private void done(Node item, Map<QName, Object> values, Map<QName, ContentInfo> renditions) {
    values.put(Cor.READ_AT, clock.instant());
    if (awaits(item)) {
      values.put(Cor.INTAKE_STATE, IntakeState.READY.code());
      boolean failedBefore = item.text(Cor.INTAKE_REASON).filter(KEPT_NOTES::contains).isEmpty();
      if (failedBefore) {
        values.put(Cor.INTAKE_REASON, null);
        values.put(Cor.INTAKE_EXPLANATION, null);
      }
    }
    update(item.id(), values);
    renditions.forEach((property, stored) -> contents.attach(SYSTEM, item.id(), property, stored));
    audit.record(Actor.ofSystem().did(Action.READ_PAPER, item.id(), Map.of()));
  }

  /** Notes of how an item came; reading it well does not settle them. */
  private static final Set<String> KEPT_NOTES = Set.of("unknown-component", "changed-late");

  private void quarantine(Node item, Reason reason, Map<QName, Object> found) {
    Map<QName, Object> values = new HashMap<>(found);
    if (item.aspects().contains(Cor.RECEIVED)) {
      values.put(Cor.INTAKE_REASON, reason.code());
      values.put(Cor.INTAKE_EXPLANATION, reason.explanation());
    } else {
      values.put(Cor.WARNINGS, List.of(reason.explanation()));
    }
    if (awaits(item)) {
      values.put(Cor.INTAKE_STATE, IntakeState.QUARANTINED.code());
    }
    update(item.id(), values);
    audit.record(
        Actor.ofSystem().did(Action.QUARANTINE, item.id(), Map.of("reason", reason.code())));
  }

  private void update(NodeId id, Map<QName, Object> values) {
    Change change = Change.of(values);
    nodes.update(
        SYSTEM, id, Optional.empty(), new Change(change.set(), change.remove(), Set.of(Cor.READ)));
  }

  /** The same original under the type that its content showed. */
  private Node retyped(Node item, String mediaType) {
    ContentInfo original = item.contents().get(Cm.CONTENT);
    if (original.mediaType().equals(mediaType)) {
      return item;
    }
    return contents.attach(
        SYSTEM,
        item.id(),
        Cm.CONTENT,
        new ContentInfo(original.sha256(), original.size(), mediaType));
  }

  /** Whether it is at the intake desk; a filed item and a document of the library keep still. */
  private static boolean awaits(Node item) {
    return IntakeState.of(item).filter(state -> state != IntakeState.FILED).isPresent();
  }

  /** Another item of the same bytes that has been read. Never asked for again by a retry. */
  private Optional<Node> twin(Node item) {
    if (item.properties().containsKey(Cor.READ_AT)) {
      return Optional.empty();
    }
    return item.text(Cor.SHA256).stream()
        .flatMap(sha256 -> nodes.byProperty(SYSTEM, Cor.SHA256, sha256, 20).stream())
        .filter(node -> !node.id().equals(item.id()))
        .filter(node -> node.properties().containsKey(Cor.READ_AT))
        .filter(node -> node.contents().containsKey(Cor.TEXT))
        .filter(node -> readers(node).containsAll(readers(item)))
        .findFirst();
  }

  /**
   * Only what everyone here may see saves a reading: an item that is ready at once would tell of
   * its double (requirement P4).
   */
  private Set<String> readers(Node node) {
    return permissions.effective(SYSTEM, node.id()).stream()
        .map(Grant::authority)
        .collect(Collectors.toSet());
  }

  private Map<QName, ContentInfo> store(DocumentReader.Read read) {
    Map<QName, ContentInfo> stored = new HashMap<>();
    String text = String.join("\f", read.pages());
    stored.put(Cor.TEXT, store(text.getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8"));
    byte[] suggestions = LetterSuggestions.of(read.pages()).json();
    stored.put(Cor.SUGGESTIONS, store(suggestions, "application/json"));
    read.searchablePdf()
        .ifPresent(file -> stored.put(Cor.SEARCHABLE_PDF, store(file, "application/pdf")));
    read.layout().ifPresent(file -> stored.put(Cor.LAYOUT, store(file, "application/json")));
    read.thumbnail().ifPresent(file -> stored.put(Cor.THUMBNAIL, store(file, "image/png")));
    return stored;
  }

  private ContentInfo store(byte[] bytes, String mediaType) {
    return contents.store(new ByteArrayInputStream(bytes), mediaType);
  }

  private ContentInfo store(Path file, String mediaType) {
    try (InputStream in = Files.newInputStream(file)) {
      return contents.store(in, mediaType);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path directory() {
    try {
      Files.createDirectories(scratch);
      return Files.createTempDirectory(scratch, "read-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
