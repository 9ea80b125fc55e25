package org.chancery.core.disposition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.holds.Holds;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.mail.Notices;
import org.chancery.core.records.Declaration;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Sequences;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.schedule.Clocks;
import org.chancery.core.schedule.Schedule;
import org.chancery.core.vocabulary.Rec;
import org.chancery.model.QName;

/** Reviews and dispositions at work (requirements R2, R6), wired. */
public final class RecordsDesk {
  private static final Caller SYSTEM = Caller.ofSystem();
  private static final int DAYS_BETWEEN_REMINDERS = 7;
  private static final int MOST_REMINDED = 200;
  private static final String PATH = "/records";

  private final Ports ports;
  private final NodeId folder;
  private final Clocks clocks;
  private final Schedule schedule;
  private final DispositionBook book;
  private final Reviews reviews;
  private final Proposals proposals;
  private final Approvals approvals;
  private final Execution execution;
  private final Certificates certificates;
  private final Stubs stubs;
  private final Queues queues;
  private final Reports reports;

  /**
   * What it works on.
   *
   * @param nodes the tree, guarded
   * @param contents the streams
   * @param versions earlier states
   * @param transactions the host's
   * @param sequences numbers given once
   * @param accounts who people are
   * @param queue durable work
   * @param notices mail to those who have to know
   * @param audit the ledger
   * @param destruction takes folders out of the world
   * @param signature of certificates
   * @param checkpoint where tests end the process
   * @param office whose days count
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Contents contents,
      Versions versions,
      Transactions transactions,
      Sequences sequences,
      Accounts accounts,
      WorkQueue queue,
      Notices notices,
      AuditTrail audit,
      Destruction destruction,
      Certificates.Signature signature,
      Checkpoint checkpoint,
      ZoneId office,
      Clock clock) {}

  /**
   * The well-known folders that it keeps things in.
   *
   * @param dispositions of dispositions
   * @param disposed of stubs
   */
  public record Places(NodeId dispositions, NodeId disposed) {}

  /** On these ports. */
  public RecordsDesk(
      Ports ports,
      Places places,
      Schedule schedule,
      Holds holds,
      HoldRule holdRule,
      Declaration declaration) {
    this.ports = ports;
    this.schedule = schedule;
    folder = places.dispositions();
    clocks = schedule.clocks();
    book = new DispositionBook(ports.nodes(), ports.sequences(), folder, ports.clock());
    Gate gate = new Gate(ports.nodes(), clocks, holdRule, book, ports.audit());
    reviews = new Reviews(ports.nodes(), schedule, book, ports.audit());
    proposals =
        new Proposals(
            ports.nodes(),
            ports.transactions(),
            clocks,
            book,
            gate,
            ports.audit(),
            ports.checkpoint());
    approvals =
        new Approvals(book, proposals, clocks, ports.queue(), ports.audit(), ports.checkpoint());
    stubs =
        new Stubs(
            ports.nodes(),
            ports.versions(),
            declaration,
            places.disposed(),
            ports.office(),
            ports.clock());
    certificates =
        new Certificates(
            ports.nodes(),
            ports.contents(),
            book,
            stubs,
            schedule.plan(),
            declaration,
            ports.signature(),
            ports.accounts()::label,
            ports.office());
    execution =
        new Execution(
            ports.nodes(),
            ports.transactions(),
            clocks,
            book,
            gate,
            stubs,
            ports.destruction(),
            certificates,
            proposals,
            ports.queue(),
            ports.audit(),
            ports.checkpoint());
    queues = new Queues(ports.nodes(), clocks, schedule.plan(), holds, book);
    reports = new Reports(ports.nodes(), clocks, schedule.plan(), holds, book, stubs);
  }

  /** The dispositions. */
  public DispositionBook book() {
    return book;
  }

  /** Decides whether case folders are permanent. */
  public Reviews reviews() {
    return reviews;
  }

  /** Proposes. */
  public Proposals proposals() {
    return proposals;
  }

  /** Approves and rejects. */
  public Approvals approvals() {
    return approvals;
  }

  /** Carries out. */
  public Execution execution() {
    return execution;
  }

  /** Certifies. */
  public Certificates certificates() {
    return certificates;
  }

  /** What stays. */
  public Stubs stubs() {
    return stubs;
  }

  /** What the desk has to show. */
  public Queues queues() {
    return queues;
  }

  /** Reports. */
  public Reports reports() {
    return reports;
  }

  /**
   * When the daily work was last done, and what was due then.
   *
   * @param due how many folders
   */
  public record LastRun(Instant at, int due) {}

  /** When the daily work was last done; empty before the first time. */
  public Optional<LastRun> lastRun() {
    Node node = ports.nodes().get(SYSTEM, folder);
    return node.instant(Rec.RAN_AT)
        .map(at -> new LastRun(at, DispositionBook.number(node, Rec.RAN_DUE)));
  }

  /**
   * What the daily work came to.
   *
   * @param clock of the clocks that had run out
   * @param proposed how many folders were proposed for disposition
   */
  public record Run(Schedule.Run clock, int proposed) {}

  /**
   * The daily work: settles the clocks that have run out, proposes what is due, tells those who
   * approve of what is new, and reminds them, and those who review, once a week. Not to be called
   * within a transaction. Doing it twice is the same as once.
   */
  public Run run() {
    Schedule.Run clock = schedule.fallDue();
    int proposed = proposals.propose();
    Queues.Counts counts = ports.transactions().read(queues::counts);
    ports.transactions().write(() -> note(counts, proposed));
    return new Run(clock, proposed);
  }

  /** The daily work, unless it was done today. Not to be called within a transaction. */
  public void runDaily() {
    LocalDate today = clocks.today();
    boolean done =
        ports
            .transactions()
            .read(this::lastRun)
            .filter(last -> LocalDate.ofInstant(last.at(), ports.office()).equals(today))
            .isPresent();
    if (!done) {
      run();
    }
  }

  private void note(Queues.Counts counts, int proposed) {
    Node node = ports.nodes().hold(SYSTEM, folder);
    Map<QName, Object> values = new HashMap<>();
    values.put(Rec.RAN_AT, ports.clock().instant().truncatedTo(ChronoUnit.MILLIS));
    values.put(Rec.RAN_DUE, (int) Math.min(counts.due(), Integer.MAX_VALUE));
    LocalDate today = clocks.today();
    boolean again =
        node.date(Rec.REMINDED_ON)
            .filter(day -> day.plusDays(DAYS_BETWEEN_REMINDERS).isAfter(today))
            .isEmpty();
    boolean waits = counts.awaitingReview() > 0 || counts.awaitingApproval() > 0;
    if (again && waits) {
      values.put(Rec.REMINDED_ON, today);
    }
    if (again && counts.awaitingReview() > 0) {
      tell(Role.EXECUTIVE_SECRETARY, Notices.Kind.REVIEW);
    }
    if (proposed > 0 || again && counts.awaitingApproval() > 0) {
      tell(Role.RECORDS_OFFICER, Notices.Kind.APPROVAL);
    }
    ports
        .nodes()
        .update(
            SYSTEM, folder, Optional.empty(), new Change(values, Set.of(), Set.of(Rec.CLOCK_RUN)));
  }

  private void tell(Role role, Notices.Kind kind) {
    ports
        .accounts()
        .members(Authorities.role(role), MOST_REMINDED)
        .forEach(member -> ports.notices().tell(member.name(), kind, PATH));
  }
}
