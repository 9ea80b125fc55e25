package org.chancery.core.intake;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.access.Actor;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.records.DeclaredRecord;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** What a reading does to the item that was read, within the transaction in progress. */
final class ReadItem {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final List<QName> RENDITIONS =
      List.of(
          Cor.SEARCHABLE_PDF,
          Cor.TEXT,
          Cor.THUMBNAIL,
          Cor.LAYOUT,
          Cor.SUGGESTIONS,
          Cor.MAIL_DETAILS,
          Cor.ATTACHMENTS);
  private static final List<QName> FINDINGS =
      List.of(
          Cor.PAGE_COUNT, Cor.RECOGNISED_PAGES, Cor.CONFIDENCE, Cor.DETECTED_TYPE, Cor.WARNINGS);

  /** Notes of how an item came; reading it well does not settle them. */
  private static final Set<String> KEPT_NOTES = Set.of("unknown-component", "changed-late");

  private final Nodes nodes;
  private final Contents contents;
  private final Permissions permissions;
  private final AuditTrail audit;
  private final SignedReturns returns;
  private final Clock clock;

  ReadItem(
      Nodes nodes,
      Contents contents,
      Permissions permissions,
      AuditTrail audit,
      SignedReturns returns,
      Clock clock) {
    this.nodes = nodes;
    this.contents = contents;
    this.permissions = permissions;
    this.audit = audit;
    this.returns = returns;
    this.clock = clock;
  }

  /** Marks the item as being read; empty when there is nothing to read. */
  Optional<Node> begin(NodeId id) {
    Optional<Node> item =
        nodes.find(SYSTEM, id).filter(node -> node.contents().containsKey(Cm.CONTENT));
    if (item.isEmpty()) {
      return Optional.empty();
    }
    // A clerk may be filing it right now.
    Node held = nodes.hold(SYSTEM, id);
    if (DeclaredRecord.of(held).isPresent()) {
      // Declared since it was to be read again; what was read of it before stays.
      return Optional.empty();
    }
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

  /** Keeps what was read. */
  void ready(Actor reader, Node found, ReadingResult read) {
    Node item = retyped(found, read.mediaType());
    Map<QName, Object> values = new HashMap<>();
    values.put(Cor.PAGE_COUNT, read.pageCount());
    values.put(Cor.RECOGNISED_PAGES, read.recognisedPages());
    values.put(Cor.CONFIDENCE, Math.max(0, Math.min(100, read.confidence())));
    values.put(Cor.DETECTED_TYPE, read.mediaType());
    values.put(Cor.WARNINGS, read.warnings().isEmpty() ? null : read.warnings());
    Set<QName> aspects = new HashSet<>();
    read.mail()
        .ifPresent(
            mail -> {
              values.putAll(MailItem.values(mail));
              aspects.add(Cor.MAIL);
            });
    done(reader, item, values, aspects, read.renditions());
    if (awaits(item) && !read.codes().isEmpty()) {
      returned(reader, item.id(), read.codes());
    }
  }

  /** A signed letter goes to its case file by itself, or the clerk is told why it did not. */
  private void returned(Actor reader, NodeId id, List<String> codes) {
    returns
        .returned(reader, nodes.get(SYSTEM, id), codes)
        .ifPresent(
            why ->
                nodes.update(
                    SYSTEM,
                    id,
                    Optional.empty(),
                    Change.of(
                        Map.of(
                            Cor.INTAKE_REASON, why.code(),
                            Cor.INTAKE_EXPLANATION, why.explanation()))));
  }

  /** Takes over what was read of another item of the same bytes. */
  void copy(Node twin, Node item) {
    Map<QName, Object> values = new HashMap<>();
    FINDINGS.forEach(name -> values.put(name, twin.properties().get(name)));
    Map<QName, ContentInfo> renditions = new HashMap<>(twin.contents());
    renditions.keySet().retainAll(RENDITIONS);
    Node retyped = retyped(item, twin.contents().get(Cm.CONTENT).mediaType());
    Set<QName> aspects = MailItem.aspects(twin);
    if (!aspects.isEmpty()) {
      values.putAll(MailItem.values(twin));
    }
    done(Actor.ofSystem(), retyped, values, aspects, renditions);
  }

  private void done(
      Actor reader,
      Node item,
      Map<QName, Object> values,
      Set<QName> aspects,
      Map<QName, ContentInfo> renditions) {
    values.put(Cor.READ_AT, clock.instant());
    if (aspects.contains(Cor.MAIL) && item.aspects().contains(Cor.RECEIVED)) {
      // The ledger knows whether its file was dropped or handed in.
      values.put(Cor.CHANNEL, Arrival.EMAIL);
    }
    if (awaits(item)) {
      values.put(Cor.INTAKE_STATE, IntakeState.READY.code());
      boolean failedBefore = item.text(Cor.INTAKE_REASON).filter(KEPT_NOTES::contains).isEmpty();
      if (failedBefore) {
        values.put(Cor.INTAKE_REASON, null);
        values.put(Cor.INTAKE_EXPLANATION, null);
      }
    }
    update(item.id(), values, aspects);
    Map<QName, ContentInfo> made = new HashMap<>(renditions);
    if (typed(item)) {
      // What people have typed into a form is not guessed anew from its text.
      made.remove(Cor.SUGGESTIONS);
    }
    made.forEach((property, stored) -> contents.attach(SYSTEM, item.id(), property, stored));
    audit.record(reader.did(Action.READ_PAPER, item.id(), Map.of()));
  }

  private static boolean typed(Node item) {
    return item.text(Cor.CHANNEL).filter(Arrival::isTyped).isPresent()
        && item.contents().containsKey(Cor.SUGGESTIONS);
  }

  /** Sets it aside as refused by the reader. */
  void refused(Actor reader, Node item, DocumentReader.Refused refused) {
    quarantine(
        reader,
        retyped(item, refused.mediaType()),
        new Reason(refused.reason(), refused.explanation()),
        Map.of(Cor.DETECTED_TYPE, refused.mediaType()));
  }

  /** Sets it aside; it waits for a clerk with the reason. */
  void quarantine(Actor reader, Node item, Reason reason, Map<QName, Object> found) {
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
    update(item.id(), values, Set.of());
    audit.record(reader.did(Action.QUARANTINE, item.id(), Map.of("reason", reason.code())));
  }

  private void update(NodeId id, Map<QName, Object> values, Set<QName> aspects) {
    Change change = Change.of(values);
    Set<QName> all = new HashSet<>(aspects);
    all.add(Cor.READ);
    nodes.update(SYSTEM, id, Optional.empty(), new Change(change.set(), change.remove(), all));
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
  Optional<Node> twin(Node item) {
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
}
