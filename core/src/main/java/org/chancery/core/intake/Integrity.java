package org.chancery.core.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditEvent.Outcome;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.audit.AuditTrail.AuditEntry;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.correspondence.Place;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Sha256;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;

/**
 * Proves that nothing gets lost (requirement C14): every original that the ledger says was received
 * is unfiled, in an open case file, in a closed one, or was removed, and in one of these only.
 */
public final class Integrity {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int PAGE = 500;

  private final Nodes nodes;
  private final Contents contents;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final Clock clock;
  private final List<Supplier<List<Finding>>> further = new CopyOnWriteArrayList<>();

  /** On these ports. */
  Integrity(
      Nodes nodes, Contents contents, AuditTrail audit, Transactions transactions, Clock clock) {
    this.nodes = nodes;
    this.contents = contents;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Has every report tell of these findings, too; to be called before the first. */
  public void also(Supplier<List<Finding>> findings) {
    further.add(findings);
  }

  /**
   * A report.
   *
   * @param at when it was begun, UTC
   * @param received as the ledger counts
   * @param unfiled in intake
   * @param open in open case files
   * @param closed in closed case files
   * @param removed deleted, as the ledger counts
   * @param balanced whether the numbers agree and nothing is out of place
   * @param originalsVerified how many originals' hashes were compared
   * @param exceptions what is out of place
   */
  public record Report(
      Instant at,
      long received,
      long unfiled,
      long open,
      long closed,
      long removed,
      boolean balanced,
      long originalsVerified,
      List<Finding> exceptions) {}

  /** Something that is out of place. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Finding(String code, Optional<NodeId> id, String detail) {}

  /**
   * Counts and compares. Takes its time: a look at every received item, and with {@code verify} a
   * reading of every original.
   */
  public Report report(boolean verify) {
    Instant now = clock.instant();
    Tally tally = new Tally();
    Set<NodeId> removed = removed();
    Set<NodeId> received = new LinkedHashSet<>();
    // Removals are read first: what is removed in between is then missing from neither count.
    each(Action.RECEIVE, event -> event.object().ifPresent(received::add));
    for (NodeId id : received) {
      transactions.read(
          () -> {
            place(id, removed, verify, tally);
            return id;
          });
    }
    strays(received, tally);
    further.forEach(each -> tally.findings.addAll(each.get()));
    long sum = tally.unfiled + tally.open + tally.closed + tally.removed;
    boolean balanced = sum == received.size() && tally.findings.isEmpty();
    return new Report(
        now,
        received.size(),
        tally.unfiled,
        tally.open,
        tally.closed,
        tally.removed,
        balanced,
        tally.verified,
        List.copyOf(tally.findings));
  }

  private static final class Tally {
    private long unfiled;
    private long open;
    private long closed;
    private long removed;
    private long verified;
    private final List<Finding> findings = new ArrayList<>();

    private void finding(String code, NodeId id, String detail) {
      findings.add(new Finding(code, Optional.of(id), detail));
    }
  }

  private void place(NodeId id, Set<NodeId> removed, boolean verify, Tally tally) {
    Optional<Node> found = nodes.find(SYSTEM, id);
    if (found.isEmpty()) {
      if (removed.contains(id) || removed().contains(id)) {
        tally.removed++;
      } else {
        tally.finding("lost", id, "It was received, but is nowhere, and nobody removed it.");
      }
      return;
    }
    Node item = found.get();
    List<Node> above = nodes.ancestors(SYSTEM, id);
    Optional<Node> file =
        above.stream().filter(node -> node.type().equals(Cor.CASE_FILE)).findFirst();
    boolean inIntake = above.stream().anyMatch(node -> node.id().equals(Place.INTAKE.id()));
    boolean filed = IntakeState.of(item).filter(IntakeState.FILED::equals).isPresent();
    if (file.isPresent()) {
      if (file.get().text(Cor.STATUS).filter(CaseFile.CLOSED::equals).isPresent()) {
        tally.closed++;
      } else {
        tally.open++;
      }
    } else if (inIntake) {
      tally.unfiled++;
    } else {
      tally.finding("astray", id, "It is neither in intake nor in a case file.");
    }
    if (filed != file.isPresent()) {
      tally.finding("state", id, "Its state does not agree with where it is.");
    }
    check(item, verify, tally);
  }

  private void check(Node item, boolean verify, Tally tally) {
    String expected = item.text(Cor.SHA256).orElse("");
    ContentInfo original = item.contents().get(Cm.CONTENT);
    if (original == null || !original.sha256().equals(expected)) {
      tally.finding("original", item.id(), "Its original is not the one that was received.");
    } else if (verify) {
      tally.verified++;
      if (!hash(item.id()).equals(expected)) {
        tally.finding("hash", item.id(), "The bytes of its original have changed.");
      }
    }
  }

  private String hash(NodeId id) {
    try (InputStream bytes = contents.open(SYSTEM, id, Cm.CONTENT)) {
      MessageDigest digest = Sha256.computation();
      byte[] buffer = new byte[65536];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | UncheckedIOException e) {
      return "unreadable";
    }
  }

  /** Items in intake that the ledger knows nothing of. */
  private void strays(Set<NodeId> received, Tally tally) {
    eachChild(
        Place.INTAKE.id(),
        folder ->
            eachChild(
                folder.id(),
                item -> {
                  boolean known = received.contains(item.id()) || receivedSince(item.id());
                  if (item.aspects().contains(Cor.RECEIVED) && !known) {
                    tally.finding("unrecorded", item.id(), "The ledger does not know of it.");
                  }
                }));
  }

  private boolean receivedSince(NodeId id) {
    return audit.read(AuditTrail.Filter.ofObject(id), Optional.empty(), PAGE).items().stream()
        .anyMatch(entry -> entry.event().action() == Action.RECEIVE);
  }

  private void eachChild(NodeId parent, Consumer<Node> action) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<Node> page = nodes.children(SYSTEM, parent, cursor, PAGE);
      page.items().forEach(action);
      cursor = page.cursor();
    } while (cursor.isPresent());
  }

  private Set<NodeId> removed() {
    Set<NodeId> removed = new HashSet<>();
    each(
        Action.DELETE,
        event -> {
          if (event.details().containsKey("original")) {
            event.object().ifPresent(removed::add);
          }
        });
    return removed;
  }

  private void each(Action action, Consumer<AuditEvent> consumer) {
    AuditTrail.Filter filter =
        new AuditTrail.Filter(
            Optional.empty(),
            Set.of(action),
            Optional.empty(),
            Optional.of(Outcome.DONE),
            Optional.empty(),
            Optional.empty());
    Optional<String> cursor = Optional.empty();
    do {
      Page<AuditEntry> page = audit.read(filter, cursor, PAGE);
      page.items().forEach(entry -> consumer.accept(entry.event()));
      cursor = page.cursor();
    } while (cursor.isPresent());
  }
}
