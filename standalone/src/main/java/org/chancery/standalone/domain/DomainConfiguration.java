package org.chancery.standalone.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chancery.core.Chancery;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.http.HealthCheck;
import org.chancery.core.http.IdempotencyStore;
import org.chancery.core.http.Router;
import org.chancery.core.intake.DocumentReader;
import org.chancery.core.intake.Intake;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.mail.Mailer;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.OtherKeeper;
import org.chancery.core.repository.Sequences;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.core.search.Indexer;
import org.chancery.core.transfer.Packager;
import org.chancery.core.upkeep.RecordsSettings;
import org.chancery.ledger.Ledger;
import org.chancery.model.ContentModel;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.accounts.FirstStart;
import org.chancery.standalone.accounts.LocalAccounts;
import org.chancery.standalone.accounts.LocalSessions;
import org.chancery.standalone.demo.Demo;
import org.chancery.standalone.lifecycle.Running;
import org.chancery.standalone.store.PostgresStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the domain and its route table. */
@Configuration(proxyBeanMethods = false)
public class DomainConfiguration {

  @Bean
  Chancery.Ports ports(
      PostgresStore store,
      Sequences sequences,
      AuditTrail audit,
      WorkQueue queue,
      IdempotencyStore idempotency,
      Optional<DocumentReader> reader,
      Indexer indexer,
      LocalAccounts accounts,
      LocalSessions sessions,
      ProcessEngine engine,
      Optional<Mailer> mailer,
      ContentModel model,
      List<HealthCheck> checks,
      Ledger ledger,
      Checkpoint checkpoint,
      ClockRegister clocks,
      ServerSettings settings,
      Destruction destruction,
      Packager packager,
      Clock clock) {
    return new Chancery.Ports(
        store.nodes(),
        store.contents(),
        store.versions(),
        store.permissions(),
        store.transactions(),
        sequences,
        audit,
        queue,
        idempotency,
        reader,
        indexer,
        accounts,
        sessions,
        Optional.of(accounts),
        engine,
        mailer,
        model,
        checks,
        ledger::letterSeal,
        checkpoint,
        clocks,
        new RecordsSettings(settings.office(), settings.declareOnClose()),
        destruction,
        packager,
        OtherKeeper.none(),
        clock);
  }

  /** Stopped in its turn, by {@link #intakeRunning}. */
  @Bean(destroyMethod = "")
  Chancery chancery(Chancery.Ports ports, ServerSettings settings) {
    return new Chancery(
        ports,
        // One process has the database (see DataFolder); whoever read before it is dead.
        Intake.Settings.usual(Optional.of(settings.inbox()), settings.workFolder()).alone());
  }

  @Bean
  Running firstContents(Chancery chancery, FirstStart firstStart, Optional<Demo> demo) {
    FirstContents contents =
        new FirstContents(chancery.bootstrap(), chancery.routing().templates(), firstStart, demo);
    return new Running(Running.Stage.CONTENTS, contents::make, () -> {});
  }

  @Bean
  Running intakeRunning(Chancery chancery) {
    return new Running(Running.Stage.INTAKE, chancery::start, chancery::close);
  }

  @Bean
  Router router(Chancery chancery) {
    return chancery.router();
  }
}
