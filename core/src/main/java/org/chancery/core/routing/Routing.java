package org.chancery.core.routing;

import java.time.Clock;
import java.util.Optional;
import org.chancery.core.access.Accounts;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.Closing;
import org.chancery.core.correspondence.FileAccess;
import org.chancery.core.mail.Mailer;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.search.Searcher;
import org.chancery.model.ContentModel;

/** Routing, wired: templates, routes, taskings, and what the engine calls. */
public final class Routing {
  private final Templates templates;
  private final Taskings taskings;
  private final Routes routes;
  private final TaskingDesk desk;
  private final Messages messages;
  private final Clearances clearances;
  private final Agreement agreement;
  private final Reminders reminders;
  private final BusinessCalendar calendar = new BusinessCalendar();

  /**
   * What routing works on.
   *
   * @param nodes the tree
   * @param versions earlier states
   * @param permissions who may do what
   * @param transactions the host's
   * @param accounts who people are
   * @param engine the host's
   * @param mailer sends reminders; none when the host sends no mail
   * @param searcher finds what a caller may see
   * @param audit the ledger
   * @param model the content model
   * @param checkpoint where tests end the process
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Versions versions,
      Permissions permissions,
      Transactions transactions,
      Accounts accounts,
      ProcessEngine engine,
      Optional<Mailer> mailer,
      Searcher searcher,
      AuditTrail audit,
      ContentModel model,
      Checkpoint checkpoint,
      Clock clock) {}

  /** Wires it and tells the engine what templates call. */
  public Routing(Ports ports, CaseFiles files, FileAccess access, Closing closing) {
    Assignees assignees = new Assignees(ports.accounts());
    Openings openings = new Openings(ports.nodes(), ports.permissions());
    Acting acting = new Acting(ports.transactions(), ports.checkpoint());
    Giving giving =
        new Giving(
            ports.nodes(), ports.versions(), files, access, openings, ports.audit(), ports.clock());
    templates =
        new Templates(
            ports.engine(), new TemplateCheck(ports.model()), ports.transactions(), ports.audit());
    taskings =
        new Taskings(
            ports.nodes(),
            ports.permissions(),
            assignees,
            new TaskingRights(ports.permissions(), assignees),
            giving,
            openings,
            ports.engine(),
            acting,
            ports.model(),
            ports.audit(),
            ports.clock());
    desk = new TaskingDesk(ports.searcher(), ports.nodes(), calendar, ports.clock());
    messages =
        new Messages(
            ports.nodes(), ports.permissions(), ports.searcher(), assignees, files, ports.audit());
    clearances = new Clearances(taskings);
    agreement =
        new Agreement(ports.engine(), ports.nodes(), ports.searcher(), ports.transactions());
    reminders =
        new Reminders(
            desk, calendar, ports.mailer(), ports.accounts(), ports.audit(), ports.transactions());
    routes =
        new Routes(
            ports.nodes(),
            ports.permissions(),
            files,
            templates,
            taskings,
            assignees,
            giving,
            ports.engine(),
            ports.audit(),
            ports.clock());
    ports
        .engine()
        .serve(
            new EngineSteps(
                ports.nodes(),
                closing,
                ports.accounts(),
                templates,
                taskings,
                assignees,
                giving,
                ports.engine(),
                acting,
                calendar,
                ports.model(),
                ports.audit(),
                ports.clock()));
  }

  /** Routing templates. */
  public Templates templates() {
    return templates;
  }

  /** Taskings. */
  public Taskings taskings() {
    return taskings;
  }

  /** Routes of case files. */
  public Routes routes() {
    return routes;
  }

  /** Finds taskings. */
  public TaskingDesk desk() {
    return desk;
  }

  /** Messages inside case files. */
  public Messages messages() {
    return messages;
  }

  /** Comments and clearances on drafts. */
  public Clearances clearances() {
    return clearances;
  }

  /** Compares the engine with the taskings. */
  public Agreement agreement() {
    return agreement;
  }

  /** Reminds people of their suspenses. */
  public Reminders reminders() {
    return reminders;
  }

  /** Business days. */
  public BusinessCalendar calendar() {
    return calendar;
  }
}
