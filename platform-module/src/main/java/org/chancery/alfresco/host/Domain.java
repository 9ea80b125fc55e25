package org.chancery.alfresco.host;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chancery.alfresco.configuration.ModuleSettings;
import org.chancery.alfresco.identity.PlatformAccounts;
import org.chancery.alfresco.identity.PlatformSessions;
import org.chancery.alfresco.repository.AlfrescoRepository;
import org.chancery.core.Chancery;
import org.chancery.core.KillPoint;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.http.HealthCheck;
import org.chancery.core.http.IdempotencyStore;
import org.chancery.core.intake.Intake;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.mail.Mailer;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.search.ChangeFeed;
import org.chancery.core.search.Indexer;
import org.chancery.core.search.SearchIndex;
import org.chancery.core.transfer.Packager;
import org.chancery.core.upkeep.RecordsSettings;
import org.chancery.ledger.Ledger;
import org.chancery.model.ContentModel;

/** Puts the domain together on this host's ports. */
public final class Domain {
  private static final Checkpoint CHECKPOINT = KillPoint.ofEnvironment();

  private Domain() {}

  /** Follows the feed; begins with {@link RunningHost}. */
  public static Indexer indexer(SearchIndex index, ChangeFeed feed, Clock clock) {
    return new Indexer(index, feed, Indexer.Settings.usual(), clock, CHECKPOINT);
  }

  /** Nothing is read and no folder watched in this process: {@code chancery intake} does both. */
  public static Chancery chancery(
      AlfrescoRepository repository,
      Ledger ledger,
      AuditTrail audit,
      WorkQueue queue,
      IdempotencyStore idempotency,
      Indexer indexer,
      PlatformAccounts accounts,
      PlatformSessions sessions,
      ProcessEngine engine,
      Optional<Mailer> mailer,
      ContentModel model,
      List<HealthCheck> checks,
      ModuleSettings settings,
      ClockRegister clocks,
      RecordsSettings records,
      Destruction destruction,
      Packager packager,
      Clock clock) {
    return new Chancery(
        new Chancery.Ports(
            repository.nodes(),
            repository.contents(),
            repository.versions(),
            repository.permissions(),
            repository.transactions(),
            repository.sequences(),
            audit,
            queue,
            idempotency,
            Optional.empty(),
            indexer,
            accounts,
            sessions,
            // People and groups are the platform's, and so is their administration.
            Optional.empty(),
            engine,
            mailer,
            model,
            checks,
            ledger::letterSeal,
            CHECKPOINT,
            clocks,
            records,
            destruction,
            packager,
            repository.governed(),
            clock),
        Intake.Settings.usual(Optional.empty(), settings.work()));
  }
}
