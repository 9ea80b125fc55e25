package org.chancery.alfresco.host;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.alfresco.repo.lock.JobLockService;
import org.chancery.alfresco.destruction.ErasedIndexes;
import org.chancery.alfresco.identity.OfficeGroups;
import org.chancery.alfresco.identity.PlatformAccounts;
import org.chancery.alfresco.identity.PlatformSessions;
import org.chancery.alfresco.repository.AlfrescoRepository;
import org.chancery.alfresco.search.TrackedFeed;
import org.chancery.core.Chancery;
import org.chancery.core.background.OwnThread;
import org.chancery.core.http.Problem;
import org.chancery.core.http.Request;
import org.chancery.core.http.Response;
import org.chancery.core.search.Indexer;
import org.chancery.core.search.SearchIndex;
import org.chancery.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.extensions.surf.util.AbstractLifecycleBean;

/**
 * Starts the domain when the repository is up, and stops it before the repository goes. A start
 * that fails leaves the repository running: the routes then say that something is wrong, and the
 * log what.
 */
public final class RunningHost extends AbstractLifecycleBean implements Host {
  private static final Logger LOG = LoggerFactory.getLogger(RunningHost.class);
  private static final Duration SESSIONS = Duration.ofMinutes(1);
  private static final Duration CONTENT = Duration.ofHours(24);
  private static final Duration FEED = Duration.ofHours(1);

  private static final Duration ERASED = Duration.ofMinutes(1);

  /** How often it is asked whether the daily integrity report is due. */
  private static final Duration REPORT = Duration.ofMinutes(10);

  /** How often it is asked whether today's reminders are due. */
  private static final Duration REMINDERS = Duration.ofMinutes(5);

  /** An index that has not been kept up for longer is built anew when it comes back. */
  private static final Duration FOLLOWED = Duration.ofDays(7);

  private final Parts parts;
  private final ClusterJobs jobs;

  /** On a thread of its own: it reads every original, and sessions must end meanwhile. */
  private final ClusterJobs reports;

  /** On one of its own, too: a mail server may keep it waiting. */
  private final ClusterJobs mails;

  private final OwnThread own = new OwnThread("chancery-erased");
  private final Clock clock;
  private volatile Optional<String> away = Optional.of("Chancery is starting.");

  /**
   * What is started, in this order, and stopped in the reverse one.
   *
   * @param ledger seals
   * @param feed tells the index of changes
   * @param indexer follows it
   * @param index what it writes
   * @param groups which access lists name
   * @param accounts tells the components
   * @param sessions end by themselves
   * @param repository is swept
   * @param chancery answers
   * @param erased has the index forget what other nodes erased
   */
  public record Parts(
      Ledger ledger,
      TrackedFeed feed,
      Indexer indexer,
      SearchIndex index,
      OfficeGroups groups,
      PlatformAccounts accounts,
      PlatformSessions sessions,
      AlfrescoRepository repository,
      Chancery chancery,
      ErasedIndexes erased) {}

  /**
   * Runs these.
   *
   * @param locks bean {@code jobLockService}: jobs are done by one node of a cluster
   * @param clock the time
   */
  public RunningHost(Parts parts, JobLockService locks, Clock clock) {
    this.parts = parts;
    this.clock = clock;
    this.jobs = new ClusterJobs(locks);
    this.reports = new ClusterJobs(locks);
    this.mails = new ClusterJobs(locks);
  }

  @Override
  public Response handle(Request request) {
    return away.isEmpty()
        ? parts.chancery().router().handle(request)
        : Response.of(Problem.of(503, "unavailable", "Not available", away.get()));
  }

  @Override
  protected void onBootstrap(ApplicationEvent event) {
    try {
      parts.ledger().start();
      boolean missed = parts.feed().adopt();
      boolean lost = parts.feed().lost(parts.indexer().status().committed());
      parts.indexer().start();
      if (missed || lost) {
        LOG.info(
            "The index is built anew: {}",
            missed
                ? "something was changed while Chancery was not there"
                : "what it would have to follow is no longer kept");
        parts.indexer().rebuild();
      }
      parts.groups().make(parts.accounts().components());
      parts.chancery().start();
      // Of each node of a cluster, not of one of them.
      own.every(ERASED, ERASED, "The index could not be rewritten", parts.erased()::catchUp);
      jobs.now("shipTemplates", parts.chancery().routing().templates()::ship);
      jobs.every(SESSIONS, "endIdleSessions", parts.sessions()::endIdle);
      jobs.every(CONTENT, "sweepContent", parts.repository()::sweep);
      jobs.every(FEED, "pruneFeed", () -> parts.feed().prune(clock.instant().minus(FOLLOWED)));
      reports.every(REPORT, "integrityReport", parts.chancery().integrityReports()::makeWhenDue);
      mails.every(REMINDERS, "remind", parts.chancery().routing().reminders()::sendWhenDue);
      away = Optional.empty();
      LOG.info("Chancery is ready");
    } catch (RuntimeException e) {
      LOG.error("Chancery could not be started", e);
      away = Optional.of("Chancery could not be started; the repository's log says why.");
    }
  }

  @Override
  protected void onShutdown(ApplicationEvent event) {
    away = Optional.of("Chancery is stopping.");
    own.close();
    jobs.stop();
    reports.stop();
    mails.stop();
    parts.chancery().close();
    parts.indexer().close();
    parts.index().close();
    parts.ledger().close();
  }
}
