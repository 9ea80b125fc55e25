package org.chancery.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.core.access.AccountDesk;
import org.chancery.core.access.AccountKeeper;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Sessions;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.audit.CountedTrail;
import org.chancery.core.correspondence.Bootstrap;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.CaseFolders;
import org.chancery.core.correspondence.Closing;
import org.chancery.core.correspondence.FileAccess;
import org.chancery.core.correspondence.Locking;
import org.chancery.core.correspondence.Place;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.disposition.RecordsDesk;
import org.chancery.core.doubles.Doubles;
import org.chancery.core.erasure.Erasures;
import org.chancery.core.holds.HoldRule;
import org.chancery.core.holds.Holds;
import org.chancery.core.http.Api;
import org.chancery.core.http.HealthCheck;
import org.chancery.core.http.IdempotencyStore;
import org.chancery.core.http.Router;
import org.chancery.core.http.StakeholderParts;
import org.chancery.core.imports.Imports;
import org.chancery.core.intake.DocumentReader;
import org.chancery.core.intake.Intake;
import org.chancery.core.intake.Integrity;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.issues.IssueCatalogue;
import org.chancery.core.issues.Issues;
import org.chancery.core.issues.SeededIssues;
import org.chancery.core.lockdown.LockClock;
import org.chancery.core.lockdown.NotedEnds;
import org.chancery.core.mail.Mailer;
import org.chancery.core.mail.Notices;
import org.chancery.core.mail.Outbox;
import org.chancery.core.metrics.Metrics;
import org.chancery.core.outreach.Outreach;
import org.chancery.core.oversight.Alarms;
import org.chancery.core.oversight.IntegrityReports;
import org.chancery.core.oversight.LedgerWatch;
import org.chancery.core.reach.Reaching;
import org.chancery.core.records.Declaration;
import org.chancery.core.records.RecordGuard;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.OtherKeeper;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Sequences;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.response.DispatchTaskings;
import org.chancery.core.response.Responses;
import org.chancery.core.response.RoutedSignature;
import org.chancery.core.response.Seal;
import org.chancery.core.rights.Rights;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.routing.Routing;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.schedule.Schedule;
import org.chancery.core.screening.FlagReviews;
import org.chancery.core.screening.Screening;
import org.chancery.core.search.Searcher;
import org.chancery.core.stakeholders.Lookalikes;
import org.chancery.core.stakeholders.Stakeholders;
import org.chancery.core.transfer.Packager;
import org.chancery.core.transfer.Transfers;
import org.chancery.core.upkeep.Disposing;
import org.chancery.core.upkeep.Noted;
import org.chancery.core.upkeep.RecordsSettings;
import org.chancery.core.upkeep.Upkeep;
import org.chancery.model.ContentModel;

/**
 * The whole domain on one host's ports: hand in the {@link Ports}, {@link #start}, and let {@link
 * #router} answer requests.
 */
public final class Chancery implements AutoCloseable {
  private final Bootstrap bootstrap;
  private final CaseFolders caseFolders;
  private final CaseFiles caseFiles;
  private final Routing routing;
  private final Locking locking;
  private final LockClock lockClock;
  private final Declaration declaration;
  private final Schedule schedule;
  private final Holds holds;
  private final HoldRule holdRule;
  private final RecordsDesk recordsDesk;
  private final Upkeep upkeep;
  private final Disposing disposing;
  private final Transfers transfers;
  private final Closing closing;
  private final Notices notices;
  private final Responses responses;
  private final Outbox outbox;
  private final LedgerWatch ledgerWatch;
  private final Intake intake;
  private final IntegrityReports reports;
  private final IssueCatalogue catalogue;
  private final SeededIssues seededIssues;
  private final Transactions transactions;
  private final Screening screening;
  private final Stakeholders stakeholders;
  private final Outreach outreach;
  private final Erasures erasures;
  private final Rights rights;
  private final Doubles doubles;
  private final Reaching reaching;
  private final Imports imports;
  private final boolean sole;
  private final Api api;

  /**
   * What a host brings.
   *
   * @param nodes the tree
   * @param contents the streams
   * @param versions earlier states
   * @param permissions who may do what
   * @param transactions the host's
   * @param sequences numbers given once
   * @param audit the ledger
   * @param queue durable work
   * @param idempotency answers to creating requests
   * @param reader reads originals in this process; none when others fetch the work
   * @param searcher finds what the caller may see
   * @param accounts who people are
   * @param sessions sign-in
   * @param accountKeeper keeps the accounts, where they are the host's own
   * @param engine says what comes next on a route
   * @param mailer sends mail; none when this host sends none
   * @param model the content model
   * @param checks what must work, beside what core checks itself
   * @param letterSeal the host's secret, for the codes on letters
   * @param checkpoint where tests end the process
   * @param clocks the clocks of folders, as a table
   * @param records what the office decided about its records
   * @param destruction takes folders out of the world
   * @param packager writes packages for the National Archives
   * @param others who may keep records in the same tree
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Contents contents,
      Versions versions,
      Permissions permissions,
      Transactions transactions,
      Sequences sequences,
      AuditTrail audit,
      WorkQueue queue,
      IdempotencyStore idempotency,
      Optional<DocumentReader> reader,
      Searcher searcher,
      Accounts accounts,
      Sessions sessions,
      Optional<AccountKeeper> accountKeeper,
      ProcessEngine engine,
      Optional<Mailer> mailer,
      ContentModel model,
      List<HealthCheck> checks,
      Seal letterSeal,
      Checkpoint checkpoint,
      ClockRegister clocks,
      RecordsSettings records,
      Destruction destruction,
      Packager packager,
      OtherKeeper others,
      Clock clock) {}

  /** Wires everything; nothing runs before {@link #start}. */
  public Chancery(Ports host, Intake.Settings settings) {
    Ports ports = guarded(host);
    sole = settings.sole();
    transactions = ports.transactions();
    holdRule = new HoldRule(host.nodes(), host.others());
    bootstrap =
        new Bootstrap(
            ports.nodes(), ports.permissions(), ports.transactions(), ports.accounts(), this::seed);
    Noted noted = new Noted(ports.queue());
    schedule =
        new Schedule(
            new Schedule.Ports(
                ports.nodes(),
                host.nodes(),
                ports.contents(),
                ports.versions(),
                ports.permissions(),
                ports.transactions(),
                ports.clocks(),
                noted,
                ports.others(),
                ports.audit(),
                ports.records().office(),
                ports.clock()),
            new Schedule.Places(
                Place.RECORDS.below("File plan"), Place.CASE_FOLDERS.id(), Place.LIBRARY.id()));
    holds =
        new Holds(
            host.nodes(),
            ports.transactions(),
            ports.searcher(),
            noted::search,
            schedule.clocks()::held,
            ports.others(),
            Place.RECORDS.below("Holds"),
            Place.LIBRARY.id(),
            ports.audit(),
            ports.clock());
    declaration =
        new Declaration(
            host.nodes(), host.permissions(), ports.sequences(), ports.audit(), ports.clock());
    notices = new Notices(ports.mailer(), ports.queue(), ports.transactions());
    catalogue = new IssueCatalogue(ports.nodes(), Place.STAKEHOLDERS.below("Issues"));
    seededIssues = new SeededIssues(ports.nodes(), Place.STAKEHOLDERS.below("Issues"));
    screening =
        new Screening(
            ports.nodes(),
            ports.contents(),
            ports.permissions(),
            Place.STAKEHOLDERS.id(),
            Place.STAKEHOLDERS.below("Screening"),
            ports.audit(),
            ports.clock());
    stakeholders =
        new Stakeholders(
            new Stakeholders.Ports(
                ports.nodes(),
                ports.permissions(),
                ports.searcher(),
                ports.accounts(),
                screening,
                ports.audit(),
                ports.clock()),
            catalogue);
    outreach =
        new Outreach(
            new Outreach.Ports(
                ports.nodes(),
                ports.transactions(),
                ports.queue(),
                ports.searcher(),
                ports.accounts(),
                stakeholders,
                catalogue,
                screening,
                holdRule,
                ports.audit(),
                ports.clock()));
    imports =
        new Imports(
            new Imports.Ports(
                ports.nodes(),
                ports.contents(),
                ports.transactions(),
                ports.queue(),
                ports.accounts(),
                stakeholders,
                outreach.events(),
                notices,
                ports.audit(),
                ports.destruction(),
                ports.clock()));
    erasures =
        new Erasures(
            new Erasures.Ports(
                ports.nodes(),
                ports.contents(),
                ports.permissions(),
                ports.transactions(),
                ports.queue(),
                ports.searcher(),
                ports.accounts(),
                stakeholders,
                holdRule,
                ports.destruction(),
                notices,
                ports.letterSeal()::of,
                ports.audit(),
                ports.checkpoint(),
                ports.records().office(),
                ports.clock()));
    erasures.also(imports);
    rights =
        new Rights(
            new Rights.Ports(
                ports.nodes(),
                ports.contents(),
                ports.transactions(),
                ports.queue(),
                ports.searcher(),
                ports.accounts(),
                stakeholders,
                catalogue,
                ports.destruction(),
                notices,
                ports.audit(),
                ports.clock()));
    reaching =
        new Reaching(
            new Reaching.Ports(
                ports.nodes(),
                ports.permissions(),
                ports.searcher(),
                ports.accounts(),
                catalogue,
                Place.STAKEHOLDERS.below("Searches"),
                Place.STAKEHOLDERS.below("Reports"),
                ports.contents(),
                ports.transactions(),
                ports.queue(),
                notices,
                ports.audit(),
                ports.clock()));
    doubles =
        new Doubles(
            new Doubles.Ports(
                ports.nodes(),
                ports.transactions(),
                ports.permissions(),
                ports.model(),
                stakeholders,
                holdRule,
                ports.audit(),
                ports.clock()));
    erasures.also(doubles.journals());
    recordsDesk =
        new RecordsDesk(
            new RecordsDesk.Ports(
                ports.nodes(),
                ports.contents(),
                ports.versions(),
                ports.transactions(),
                ports.sequences(),
                ports.accounts(),
                ports.queue(),
                notices,
                ports.audit(),
                ports.destruction(),
                ports.letterSeal()::of,
                ports.checkpoint(),
                ports.records().office(),
                ports.clock()),
            new RecordsDesk.Places(
                Place.RECORDS.below("Dispositions"), Place.RECORDS.below("Disposed")),
            schedule,
            holds,
            holdRule,
            declaration);
    disposing = new Disposing(recordsDesk, ports.queue());
    transfers =
        new Transfers(
            new Transfers.Ports(
                ports.nodes(),
                ports.contents(),
                ports.versions(),
                ports.transactions(),
                ports.queue(),
                ports.audit(),
                ports.accounts(),
                schedule.clocks(),
                new TransferredDispositions(recordsDesk, schedule.plan()),
                ports.packager(),
                ports.checkpoint(),
                ports.records().office(),
                ports.clock()),
            ports.permissions(),
            holdRule,
            ports.destruction()::remove);
    upkeep =
        new Upkeep(
            schedule,
            holds,
            declaration,
            ports.nodes(),
            ports.queue(),
            ports.transactions(),
            ports.clock());
    caseFolders =
        new CaseFolders(
            ports.nodes(), ports.permissions(), schedule.clocks(), ports.audit(), ports.clock());
    caseFiles =
        new CaseFiles(
            caseFolders,
            ports.nodes(),
            ports.permissions(),
            ports.sequences(),
            ports.accounts(),
            ports.audit(),
            ports.clock());
    closing =
        new Closing(
            ports.nodes(),
            ports.permissions(),
            caseFiles,
            ports.records().declareOnClose() ? noted.declaring(declaration) : (actor, file) -> {},
            ports.audit(),
            ports.clock());
    FileAccess access = new FileAccess(caseFolders, ports.nodes(), ports.permissions());
    routing =
        new Routing(
            new Routing.Ports(
                ports.nodes(),
                ports.versions(),
                ports.permissions(),
                ports.transactions(),
                ports.accounts(),
                ports.engine(),
                ports.mailer(),
                ports.searcher(),
                ports.audit(),
                ports.model(),
                ports.checkpoint(),
                ports.clock()),
            caseFiles,
            access,
            closing);
    locking =
        new Locking(
            host.nodes(),
            host.permissions(),
            host.versions(),
            caseFiles,
            access,
            new NotedEnds(ports.queue()),
            ports.audit(),
            ports.clock());
    lockClock = new LockClock(ports.queue(), locking, ports.transactions(), ports.clock());
    responses =
        new Responses(
            new Responses.Ports(
                ports.nodes(),
                ports.contents(),
                ports.versions(),
                ports.permissions(),
                ports.transactions(),
                ports.sequences(),
                ports.queue(),
                ports.audit(),
                ports.accounts(),
                ports.mailer(),
                notices,
                ports.letterSeal(),
                ports.clock()),
            caseFiles,
            new RoutedSignature(routing.taskings()),
            new DispatchTaskings(routing.taskings()));
    outbox = new Outbox(ports.queue(), List.of(responses.tray(), notices));
    responses.onMailed(outbox::wake);
    intake =
        new Intake(
            new Intake.Ports(
                ports.nodes(),
                ports.contents(),
                ports.versions(),
                ports.permissions(),
                ports.transactions(),
                ports.audit(),
                ports.queue(),
                ports.reader(),
                imports.work(transfers.work(responses.work())),
                responses.returns(),
                ports.searcher(),
                ports.checkpoint(),
                ports.clock()),
            caseFolders,
            caseFiles,
            settings);
    responses.onOrdered(intake::wake);
    transfers.onOrdered(intake::wake);
    imports.onOrdered(intake::wake);
    intake.integrity().also(this::disagreements);
    List<HealthCheck> checks = new ArrayList<>(ports.checks());
    settings.inbox().ifPresent(inbox -> checks.add(new WatchedFolderCheck(intake)));
    Alarms alarms = new Alarms(ports.mailer(), notices, ports.accounts(), ports.audit());
    ledgerWatch =
        new LedgerWatch(() -> ledgerProblem(ports.checks()), alarms, ports.transactions());
    reports =
        new IntegrityReports(
            intake.integrity(),
            ports.nodes(),
            ports.contents(),
            ports.permissions(),
            ports.transactions(),
            ports.audit(),
            alarms,
            ports.clock());
    checks.add(new IntegrityCheck(reports));
    api =
        new Api(
            new Api.Ports(
                ports.nodes(),
                ports.contents(),
                ports.versions(),
                ports.permissions(),
                ports.transactions(),
                ports.audit(),
                ports.searcher(),
                ports.accounts(),
                ports.sessions(),
                ports.idempotency(),
                ports.model(),
                ports
                    .accountKeeper()
                    .map(
                        keeper ->
                            new AccountDesk(
                                keeper,
                                ports.accounts(),
                                ports.sessions(),
                                ports.audit(),
                                bootstrap::run)),
                checks,
                ports.clock()),
            caseFolders,
            caseFiles,
            locking,
            declaration,
            routing,
            intake,
            closing,
            responses,
            schedule,
            holds,
            recordsDesk,
            transfers,
            new Metrics(ports.searcher(), ports.clock()),
            reports,
            ports.mailer(),
            new StakeholderParts(
                stakeholders,
                outreach,
                new Lookalikes(ports.searcher(), ports.nodes()),
                new Issues(
                    ports.nodes(),
                    Place.STAKEHOLDERS.below("Issues"),
                    catalogue,
                    ports.audit(),
                    ports.clock()),
                screening,
                new FlagReviews(
                    ports.nodes(), ports.searcher(), screening, ports.audit(), ports.clock()),
                notices,
                erasures,
                rights,
                reaching,
                doubles,
                imports));
  }

  private static Optional<String> ledgerProblem(List<HealthCheck> checks) {
    return checks.stream()
        .filter(check -> check.name().equals("ledger"))
        .findFirst()
        .flatMap(HealthCheck::problem);
  }

  /** The engine's tasks and the taskings, as the integrity report tells of them. */
  private List<Integrity.Finding> disagreements() {
    return routing.agreement().check().stream()
        .map(each -> new Integrity.Finding(each.code(), each.tasking(), each.detail()))
        .toList();
  }

  /** Nothing but locking and declaring reaches the host's own ports. */
  private static Ports guarded(Ports host) {
    RecordGuard guard =
        new RecordGuard(host.nodes(), host.contents(), host.versions(), host.permissions());
    return new Ports(
        guard.nodes(),
        guard.contents(),
        guard.versions(),
        guard.permissions(),
        host.transactions(),
        host.sequences(),
        CountedTrail.of(host.audit()),
        host.queue(),
        host.idempotency(),
        host.reader(),
        host.searcher(),
        host.accounts(),
        host.sessions(),
        host.accountKeeper(),
        host.engine(),
        host.mailer(),
        host.model(),
        host.checks(),
        host.letterSeal(),
        host.checkpoint(),
        host.clocks(),
        host.records(),
        host.destruction(),
        host.packager(),
        host.others(),
        host.clock());
  }

  private record WatchedFolderCheck(Intake intake) implements HealthCheck {
    @Override
    public String name() {
      return "watched-folder";
    }

    @Override
    public Optional<String> problem() {
      return intake.folderProblem();
    }
  }

  private record IntegrityCheck(IntegrityReports reports) implements HealthCheck {
    @Override
    public String name() {
      return "integrity";
    }

    @Override
    public Optional<String> problem() {
      return reports.problem();
    }
  }

  /** Makes the tree where it is missing, then begins to watch and to read. */
  public void start() {
    bootstrap.run();
    reaching.start();
    responses.start();
    screening.start(transactions);
    intake.start();
    lockClock.start();
    outbox.start();
    upkeep.start();
    disposing.start();
    transfers.start();
    ledgerWatch.start();
    outreach.start();
    erasures.start();
    rights.start();
    doubles.start();
    if (sole) {
      imports.takeOver();
    }
    imports.start();
    reaching.awaitFirstMap();
  }

  /** Within the transaction that makes the tree. */
  private void seed() {
    schedule.seed();
    seededIssues.seed();
  }

  /** Ends what runs in the background; what was under way goes on after the next start. */
  @Override
  public void close() {
    imports.close();
    erasures.close();
    rights.close();
    doubles.close();
    reaching.close();
    outreach.close();
    transfers.close();
    disposing.close();
    upkeep.close();
    lockClock.close();
    ledgerWatch.close();
    outbox.close();
    intake.close();
    api.close();
  }

  /** Answers requests. */
  public Router router() {
    return api.router();
  }

  /** Makes the tree; {@link #start} does so too. */
  public Bootstrap bootstrap() {
    return bootstrap;
  }

  /** Opens case folders. */
  public CaseFolders caseFolders() {
    return caseFolders;
  }

  /** Opens case files. */
  public CaseFiles caseFiles() {
    return caseFiles;
  }

  /** Templates, routes and taskings. */
  public Routing routing() {
    return routing;
  }

  /** Locks and unlocks. */
  public Locking locking() {
    return locking;
  }

  /** Declares records. */
  public Declaration declaration() {
    return declaration;
  }

  /** The file plan, and the clocks of folders. */
  public Schedule schedule() {
    return schedule;
  }

  /** Reviews and dispositions. */
  public RecordsDesk recordsDesk() {
    return recordsDesk;
  }

  /** What records need from day to day; {@link #start} has it done in the background. */
  public Upkeep upkeep() {
    return upkeep;
  }

  /** Proposes and carries out dispositions; {@link #start} has it done in the background. */
  public Disposing disposing() {
    return disposing;
  }

  /** Imports of people and events; {@link #start} has them run in the background. */
  public Imports imports() {
    return imports;
  }

  /** What the National Archives get. */
  public Transfers transfers() {
    return transfers;
  }

  /** Holds. */
  public Holds holds() {
    return holds;
  }

  /** What may not go because of a hold; for policies of a host's own. */
  public HoldRule holdRule() {
    return holdRule;
  }

  /** Closes case files and opens them again. */
  public Closing closing() {
    return closing;
  }

  /** Drafts, letters for signature, dispatches. */
  public Responses responses() {
    return responses;
  }

  /** People and organizations. */
  public Stakeholders stakeholders() {
    return stakeholders;
  }

  /** Interactions, events and promises. */
  public Outreach outreach() {
    return outreach;
  }

  /** Erases people who asked for it. */
  public Erasures erasures() {
    return erasures;
  }

  /** What people may ask of the department. */
  public Rights rights() {
    return rights;
  }

  /** Entries of the same person or organization. */
  public Doubles doubles() {
    return doubles;
  }

  /** What is asked before one reaches out, and reports of it. */
  public Reaching reaching() {
    return reaching;
  }

  /** The issues stakeholders engage on. */
  public IssueCatalogue issues() {
    return catalogue;
  }

  /** Receiving, the desk, filing, integrity. */
  public Intake intake() {
    return intake;
  }

  /** Raises the alarm when the ledger's check of itself fails. */
  public LedgerWatch ledgerWatch() {
    return ledgerWatch;
  }

  /** Integrity reports; the host has the daily one made. */
  public IntegrityReports integrityReports() {
    return reports;
  }
}
