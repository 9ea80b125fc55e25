package org.chancery.core.http;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.chancery.core.access.AccountDesk;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Sessions;
import org.chancery.core.addresses.AddressCheck;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.cards.BusinessCards;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.CaseFolders;
import org.chancery.core.correspondence.Closing;
import org.chancery.core.correspondence.GivingWay;
import org.chancery.core.correspondence.Locking;
import org.chancery.core.correspondence.Merging;
import org.chancery.core.correspondence.Removal;
import org.chancery.core.disposition.RecordsDesk;
import org.chancery.core.holds.Holds;
import org.chancery.core.intake.Documents;
import org.chancery.core.intake.Intake;
import org.chancery.core.issues.IssueFigures;
import org.chancery.core.lockdown.CaseAccess;
import org.chancery.core.mail.Mailer;
import org.chancery.core.metrics.Metrics;
import org.chancery.core.oversight.IntegrityReports;
import org.chancery.core.reach.Reaching;
import org.chancery.core.records.Declaration;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.response.Responses;
import org.chancery.core.routing.Routing;
import org.chancery.core.schedule.Schedule;
import org.chancery.core.search.Searcher;
import org.chancery.core.transfer.Transfers;
import org.chancery.model.ContentModel;

/** The whole API: every route, wired. */
public final class Api implements AutoCloseable {
  private final ExecutorService beside = Beside.threads();
  private final Router router;

  /**
   * The ports the API works on.
   *
   * @param nodes the tree
   * @param contents the streams
   * @param versions earlier states
   * @param permissions who may do what
   * @param transactions the host's
   * @param audit the ledger
   * @param searcher finds what the caller may see
   * @param accounts who people are
   * @param sessions sign-in
   * @param idempotency answers to creating requests
   * @param model the content model
   * @param accountDesk administers accounts, where the host keeps them itself
   * @param checks what must work
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Contents contents,
      Versions versions,
      Permissions permissions,
      Transactions transactions,
      AuditTrail audit,
      Searcher searcher,
      Accounts accounts,
      Sessions sessions,
      IdempotencyStore idempotency,
      ContentModel model,
      Optional<AccountDesk> accountDesk,
      List<HealthCheck> checks,
      Clock clock) {}

  /** Wires the routes. */
  public Api(
      Ports ports,
      CaseFolders folders,
      CaseFiles files,
      Locking locking,
      Declaration declaration,
      Routing routing,
      Intake intake,
      Closing closing,
      Responses responses,
      Schedule schedule,
      Holds holds,
      RecordsDesk recordsDesk,
      Transfers transfers,
      Metrics metrics,
      IntegrityReports reports,
      Optional<Mailer> mailer,
      StakeholderParts stakeholders) {
    NodeJson json = new NodeJson(ports.nodes(), ports.permissions(), ports.model());
    Removal removal =
        new Removal(
            ports.nodes(), ports.permissions(), schedule.clocks(), ports.audit(), ports.clock());
    CaseRoutes cases = new CaseRoutes(folders, files, json, ports.model());
    Routes routes =
        new Routes(
            new SessionRoutes(ports.sessions(), ports.audit()),
            new SearchRoutes(
                ports.searcher(), ports.nodes(), ports.accounts(), ports.model(), beside),
            new IntakeRoutes(intake.desk(), intake.filing(), ports.nodes(), cases, json),
            new UploadRoute(
                intake.receiving(),
                intake.documents(),
                intake.corrections(),
                ports.contents(),
                ports.nodes(),
                ports.permissions()),
            new ReadingRoutes(intake.reading()),
            new NodeRoutes(
                ports.nodes(),
                ports.permissions(),
                ports.versions(),
                new GivingWay(ports.nodes(), ports.permissions(), ports.audit()),
                removal,
                schedule.clocks(),
                ports.model(),
                json),
            new ContentRoutes(
                ports.nodes(), ports.contents(), ports.versions(), intake.documents(), json),
            new PermissionRoutes(ports.nodes(), ports.permissions(), locking, ports.accounts()),
            new RecordRoutes(declaration, ports.nodes(), json),
            cases,
            new ModelRoute(ports.model()),
            new OversightRoutes(
                ports.nodes(), ports.audit(), ports.accounts(), intake.integrity(), ports.checks()),
            List.of(
                new ChannelTable(
                        new ChannelRoutes(intake, ports.nodes(), ports.contents(), ports.clock()))
                    .routes(),
                new MergeRoutes(
                        new Merging(
                            folders,
                            ports.nodes(),
                            ports.permissions(),
                            ports.audit(),
                            ports.clock()),
                        json)
                    .routes(),
                new AddressRoutes(new AddressCheck(Optional.empty())).routes(),
                new MatrixTable(new MatrixRoutes(this::table)).routes(),
                new ResponseTable(
                        new ResponseRoutes(
                            responses,
                            closing,
                            ports.accounts(),
                            ports.nodes(),
                            new LetterBlock(
                                ports.nodes(), stakeholders.rights().requests(), ports.audit()),
                            json))
                    .routes(),
                new AccessTable(
                        new AccessRoutes(
                            new CaseAccess(
                                ports.nodes(), ports.permissions(), files, ports.accounts()),
                            ports.accounts()))
                    .routes(),
                ports
                    .accountDesk()
                    .map(
                        desk ->
                            new AccountTable(new AccountRoutes(desk, ports.sessions())).routes())
                    .orElse(List.of()),
                new MetricsTable(
                        new MetricsRoutes(
                            metrics,
                            new FacetLabels(ports.accounts(), ports.model()),
                            ports.nodes(),
                            new TaskingJson(ports.nodes(), ports.accounts(), routing)))
                    .routes(),
                new IntegrityTable(
                        new IntegrityRoutes(reports),
                        new MailRoutes(mailer, routing.reminders(), ports.accounts()))
                    .routes(),
                new ScheduleTable(new ScheduleRoutes(schedule, holds, ports.accounts(), json))
                    .routes(),
                new DispositionTable(
                        new DispositionRoutes(
                            recordsDesk, schedule, ports.nodes(), ports.accounts()),
                        new RecordsDeskRoutes(recordsDesk, ports.accounts()))
                    .routes(),
                new HoldTable(
                        new HoldRoutes(
                            holds, ports.nodes(), ports.transactions(), ports.accounts()))
                    .routes(),
                new TransferTable(new TransferRoutes(transfers, ports.nodes(), ports.contents()))
                    .routes(),
                stakeholders(ports, stakeholders, intake.documents()),
                routing(ports, routing, intake)));
    router =
        new Router(routes.all(), ports.transactions(), ports.audit(), ports.idempotency(), beside);
  }

  private List<Route> table() {
    return router.routes();
  }

  private static List<Route> stakeholders(
      Ports ports, StakeholderParts parts, Documents documents) {
    BusinessCards cards =
        new BusinessCards(
            ports.nodes(), ports.contents(), ports.permissions(), documents, ports.audit());
    StakeholderJson json = new StakeholderJson(ports.nodes(), ports.accounts(), ports.clock());
    ScreeningRoutes screening =
        new ScreeningRoutes(parts.screening(), parts.reviews(), ports.nodes(), ports.model(), json);
    IssueRoutes issues =
        new IssueRoutes(
            parts.issues(), new IssueFigures(ports.nodes(), ports.searcher()), ports.nodes(), json);
    RightsRoutes rights = new RightsRoutes(parts.rights(), parts.stakeholders(), json);
    List<Route> routes =
        new ArrayList<>(
            new StakeholderTable(
                    new PersonRoutes(
                        parts.stakeholders(),
                        parts.lookalikes(),
                        parts.notices(),
                        cards,
                        rights,
                        json),
                    new OrganizationRoutes(parts.stakeholders(), parts.lookalikes(), rights, json),
                    issues)
                .routes());
    routes.addAll(
        new OutreachTable(
                new TimelineRoutes(
                    parts.stakeholders(), parts.outreach().leavers(), screening, json),
                screening,
                new InteractionRoutes(parts.outreach(), screening, json),
                new EventRoutes(parts.outreach(), screening, json),
                issues)
            .routes());
    routes.addAll(new CardTable(new CardRoutes(cards, ports.contents())).routes());
    routes.addAll(
        new ErasureTable(new ErasureRoutes(parts.erasures(), ports.nodes(), json)).routes());
    routes.addAll(new RightsTable(rights, new SubjectRoutes(parts.rights(), json)).routes());
    Reaching reach = parts.reach();
    OutreachReportRoutes outreachReports = new OutreachReportRoutes(reach.reports(), json);
    reach.rounds().writtenBy(outreachReports::sheet);
    routes.addAll(
        new ReachTable(
                new FindRoutes(reach.search(), reach.catalogue(), json),
                new KeptRoutes(reach.searches(), reach.lists(), ports.accounts(), json),
                new CoverageRoutes(reach, ports.accounts(), json),
                outreachReports,
                new OrderedReportRoutes(reach.ordered()))
            .routes());
    routes.addAll(new DoubleTable(new DoubleRoutes(parts.doubles(), ports.nodes(), json)).routes());
    routes.addAll(
        new ImportTable(
                new ImportRoutes(
                    parts.imports(),
                    ports.nodes(),
                    ports.contents(),
                    parts.stakeholders().privateContacts(),
                    json))
            .routes());
    return routes;
  }

  private static List<Route> routing(Ports ports, Routing routing, Intake intake) {
    TaskingJson json = new TaskingJson(ports.nodes(), ports.accounts(), routing);
    MessageRoutes messages = new MessageRoutes(routing.messages(), ports.nodes(), ports.accounts());
    return new RoutingTable(
            new TemplateRoutes(routing.templates()),
            new RouteRoutes(routing, ports.accounts(), json),
            new TaskingRoutes(routing, ports.nodes(), json),
            messages,
            new ClearanceRoutes(routing, ports.nodes(), ports.accounts()),
            new DeskRoutes(
                routing, intake.desk(), ports.searcher(), ports.nodes(), ports.accounts()))
        .routes();
  }

  /** Ends what runs beside the requests; none is answered afterwards. */
  @Override
  public void close() {
    beside.shutdown();
  }

  /** Answers every request. */
  public Router router() {
    return router;
  }
}
