package org.chancery.standalone.lifecycle;

import java.time.Duration;
import org.chancery.core.Chancery;
import org.chancery.standalone.accounts.LocalSessions;
import org.chancery.standalone.accounts.ResetDesk;
import org.chancery.standalone.store.PostgresStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what is done now and then. */
@Configuration(proxyBeanMethods = false)
public class HousekeepingConfiguration {
  private static final Duration REQUESTS = Duration.ofSeconds(1);
  private static final Duration SESSIONS = Duration.ofMinutes(1);
  private static final Duration CONTENT = Duration.ofHours(24);

  /** How often it is asked whether the daily report is due. */
  private static final Duration REPORT = Duration.ofMinutes(10);

  /** On a thread of its own: it reads every original, and sessions must end meanwhile. */
  @Bean
  Running integrityReports(Chancery chancery) {
    Housekeeping housekeeping = new Housekeeping();
    return new Running(
        Running.Stage.INTAKE,
        () ->
            housekeeping.every(
                REPORT,
                "making the daily integrity report",
                chancery.integrityReports()::makeWhenDue),
        housekeeping::stop);
  }

  /** On a thread of its own: a mail server may be slow. */
  @Bean
  Running reminders(Chancery chancery) {
    Housekeeping housekeeping = new Housekeeping();
    return new Running(
        Running.Stage.INTAKE,
        () ->
            housekeeping.every(
                REPORT, "reminding of suspenses", chancery.routing().reminders()::sendWhenDue),
        housekeeping::stop);
  }

  /** On a thread of its own: whoever asks waits for it. */
  @Bean
  Running requests(ResetDesk desk) {
    Housekeeping housekeeping = new Housekeeping();
    return new Running(
        Running.Stage.INTAKE,
        () -> housekeeping.every(REQUESTS, "serving the command line", desk::serve),
        housekeeping::stop);
  }

  @Bean
  Running housekeeping(LocalSessions sessions, PostgresStore store) {
    Housekeeping housekeeping = new Housekeeping();
    return new Running(
        Running.Stage.INTAKE,
        () -> {
          housekeeping.every(SESSIONS, "ending idle sessions", sessions::endIdle);
          housekeeping.every(CONTENT, "sweeping content nothing refers to", store::sweep);
        },
        housekeeping::stop);
  }
}
