package org.chancery.standalone.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.destruction.Remains;
import org.chancery.core.http.IdempotencyStore;
import org.chancery.core.intake.WorkQueue;
import org.chancery.core.schedule.ClockRegister;
import org.chancery.ledger.JdbcClockRegister;
import org.chancery.ledger.JdbcIdempotencyStore;
import org.chancery.ledger.JdbcRemains;
import org.chancery.ledger.JdbcWorkQueue;
import org.chancery.ledger.Ledger;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.lifecycle.Running;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what {@code ledger/} owns: its rows join our transactions, its sealing has its own. */
@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {

  @Bean(destroyMethod = "")
  Ledger ledger(
      @Qualifier("joined") DataSource joined,
      HikariDataSource own,
      ServerSettings settings,
      Clock clock) {
    return Ledger.open(joined, own, settings.ledgerWitness(), clock);
  }

  @Bean
  Running ledgerRunning(Ledger ledger) {
    return new Running(Running.Stage.LEDGER, ledger::start, ledger::close);
  }

  @Bean
  AuditTrail auditTrail(Ledger ledger) {
    return ledger.auditTrail();
  }

  @Bean
  WorkQueue workQueue(@Qualifier("joined") DataSource joined, HikariDataSource own) {
    return new JdbcWorkQueue(joined, own);
  }

  @Bean
  ClockRegister clockRegister(@Qualifier("joined") DataSource joined) {
    return new JdbcClockRegister(joined);
  }

  @Bean
  Remains remains(@Qualifier("joined") DataSource joined) {
    return new JdbcRemains(joined);
  }

  @Bean
  IdempotencyStore idempotencyStore(@Qualifier("joined") DataSource joined) {
    return new JdbcIdempotencyStore(joined);
  }
}
