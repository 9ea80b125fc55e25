package org.chancery.core.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Capability;
import org.chancery.core.access.PermissionMatrix;
import org.chancery.core.audit.Action;
import org.chancery.core.audit.AuditEvent;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.Place;
import org.chancery.core.intake.Integrity;
import org.chancery.core.mail.Notices;
import org.chancery.core.repository.AccessList;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Grant;
import org.chancery.core.repository.NewNode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Sha256;
import org.chancery.core.repository.Transactions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes integrity reports, keeps them, and says when something is wrong. Each is a document in the
 * folder {@value #FOLDER_NAME} below Records, and a row of the ledger with its numbers and the
 * document's hash.
 */
public final class IntegrityReports {
  private static final Logger LOG = LoggerFactory.getLogger(IntegrityReports.class);
  private static final String FOLDER_NAME = "Integrity reports";
  private static final Caller SYSTEM = Caller.ofSystem();

  /** Where people see the reports. */
  private static final String PAGE = "/integrity";

  /** What the taskings and the engine do not agree on; see the routing's own check. */
  private static final Set<String> ROUTING =
      Set.of("task-without-tasking", "tasking-without-task", "two-taskings-of-a-task");

  private static final Duration DAY = Duration.ofDays(1);

  /** A report a day: when there was none for so long, the job has failed. */
  private static final Duration LATE = Duration.ofHours(36);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .build();

  private final Integrity integrity;
  private final Nodes nodes;
  private final Contents contents;
  private final Permissions permissions;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final Alarms alarms;
  private final Clock clock;

  /** On these ports. */
  public IntegrityReports(
      Integrity integrity,
      Nodes nodes,
      Contents contents,
      Permissions permissions,
      Transactions transactions,
      AuditTrail audit,
      Alarms alarms,
      Clock clock) {
    this.integrity = integrity;
    this.nodes = nodes;
    this.contents = contents;
    this.permissions = permissions;
    this.transactions = transactions;
    this.audit = audit;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * Makes the daily report when the last one is a day old. Reads every original: takes its time. To
   * be called every few minutes, by one process at a time.
   */
  public void makeWhenDue() {
    boolean due =
        last().map(report -> !clock.instant().isBefore(report.at().plus(DAY))).orElse(true);
    if (due) {
      make(Actor.ofSystem());
    }
  }

  /** Counts, reads every original, and keeps the report with its proof. Not in a transaction. */
  public KeptReport make(Actor actor) {
    Integrity.Report report = integrity.report(true);
    ContentInfo stored = contents.store(new ByteArrayInputStream(json(report)), "application/json");
    NodeId id = NodeId.random();
    String name = "Integrity " + report.at().toString().replace(':', '.') + ".json";
    transactions.write(
        () -> {
          nodes.create(SYSTEM, new NewNode(id, folder(), Cor.DOCUMENT, name, Set.of(), Map.of()));
          contents.attach(SYSTEM, id, Cm.CONTENT, stored);
          audit.record(
              actor.did(Action.REPORT_INTEGRITY, id, KeptReport.details(report, stored.sha256())));
          alarm(report);
        });
    KeptReport kept = kept(id).orElseThrow();
    if (!kept.balanced()) {
      LOG.error(
          "The integrity report of {} found {} exceptions; see the page Integrity",
          kept.at(),
          kept.exceptions());
    }
    return kept;
  }

  private void alarm(Integrity.Report report) {
    List<String> routing = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Integrity.Finding finding : report.exceptions()) {
      boolean ofRouting = ROUTING.contains(finding.code());
      (ofRouting ? routing : others)
          .add(finding.code() + " " + finding.id() + " " + finding.detail());
    }
    if (!report.balanced() && report.exceptions().isEmpty()) {
      others.add("unbalanced");
    }
    alarms.found(Notices.Kind.ROUTING, PAGE, routing);
    alarms.found(Notices.Kind.INTEGRITY, PAGE, others);
  }

  /** Made with the first report; readable by those who may run it, writable by nobody. */
  private NodeId folder() {
    NodeId id = Place.RECORDS.below(FOLDER_NAME);
    if (nodes.find(SYSTEM, id).isEmpty()) {
      nodes.create(
          SYSTEM, new NewNode(id, Place.RECORDS.id(), Cm.FOLDER, FOLDER_NAME, Set.of(), Map.of()));
      permissions.set(
          SYSTEM,
          id,
          new AccessList(
              false,
              Stream.concat(
                      PermissionMatrix.shipped().lines().stream()
                          .filter(line -> line.capability() == Capability.CHECK_INTEGRITY)
                          .flatMap(line -> line.roles().stream())
                          .map(Authorities::role),
                      Stream.of(Authorities.ADMINISTRATORS))
                  .map(authority -> new Grant(authority, Grant.Role.READER))
                  .collect(Collectors.toSet())));
    }
    return id;
  }

  /**
   * The reports, newest first.
   *
   * @throws IllegalArgumentException when the cursor is none of ours
   */
  public Page<KeptReport> list(Optional<String> cursor, int limit) {
    return audit.read(filter(Optional.empty()), cursor, limit).map(KeptReport::of);
  }

  /** The newest report. */
  public Optional<KeptReport> last() {
    return list(Optional.empty(), 1).items().stream().findFirst();
  }

  /**
   * A report as a whole.
   *
   * @param kept as the ledger has it
   * @param genuine whether the document still has the hash that the ledger has
   * @param report what the document says; none when it is gone or not genuine
   */
  public record Whole(KeptReport kept, boolean genuine, Optional<Integrity.Report> report) {}

  /**
   * A kept report, compared with its proof.
   *
   * @throws NotFound when the ledger knows of none
   */
  public Whole whole(NodeId id) {
    KeptReport kept = kept(id).orElseThrow(() -> new NotFound(id));
    Optional<byte[]> bytes = bytes(id);
    boolean genuine = bytes.map(Sha256::of).filter(kept.sha256()::equals).isPresent();
    return new Whole(
        kept, genuine, genuine ? bytes.map(IntegrityReports::parsed) : Optional.empty());
  }

  private Optional<KeptReport> kept(NodeId id) {
    return audit.read(filter(Optional.of(id)), Optional.empty(), 1).items().stream()
        .findFirst()
        .map(KeptReport::of);
  }

  private static AuditTrail.Filter filter(Optional<NodeId> id) {
    return new AuditTrail.Filter(
        Optional.empty(),
        Set.of(Action.REPORT_INTEGRITY),
        id,
        Optional.of(AuditEvent.Outcome.DONE),
        Optional.empty(),
        Optional.empty());
  }

  /** What is wrong with the last report, in words that anyone may read; for the health check. */
  public Optional<String> problem() {
    Instant now = clock.instant();
    return last()
        .flatMap(
            report -> {
              if (!report.balanced()) {
                return Optional.of("The last integrity report found something out of place.");
              }
              return now.isAfter(report.at().plus(LATE))
                  ? Optional.of("The daily integrity report has not been made.")
                  : Optional.empty();
            });
  }

  private Optional<byte[]> bytes(NodeId id) {
    try (InputStream in = contents.open(SYSTEM, id, Cm.CONTENT)) {
      return Optional.of(in.readAllBytes());
    } catch (NotFound e) {
      return Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The document of a kept integrity report cannot be read", e);
      return Optional.empty();
    }
  }

  private static byte[] json(Integrity.Report report) {
    try {
      return JSON.writeValueAsBytes(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report can be written as JSON", e);
    }
  }

  private static Integrity.Report parsed(byte[] json) {
    try {
      return JSON.readValue(json, Integrity.Report.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
