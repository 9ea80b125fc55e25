package org.chancery.standalone.lifecycle;

import java.time.Duration;
import org.chancery.core.Chancery;
import org.chancery.core.background.OwnThread;
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
    OwnThread thread = new OwnThread("integrity-reports");
    return new Running(
        Running.Stage.INTAKE,
        () ->
            thread.every(
                REPORT,
                REPORT,
                "Making the daily integrity report failed",
                chancery.integrityReports()::makeWhenDue),
        thread::close);
  }

  /** On a thread of its own: a mail server may be slow. */
  @Bean
  Running reminders(Chancery chancery) {
    OwnThread thread = new OwnThread("reminders");
    return new Running(
        Running.Stage.INTAKE,
        () ->
            thread.every(
                REPORT,
                REPORT,
                "Reminding of suspenses failed",
                chancery.routing().reminders()::sendWhenDue),
        thread::close);
  }

  /** On a thread of its own: whoever asks waits for it. */
  @Bean
  Running requests(ResetDesk desk) {
    OwnThread thread = new OwnThread("requests");
    return new Running(
        Running.Stage.INTAKE,
        () -> thread.every(REQUESTS, REQUESTS, "Serving the command line failed", desk::serve),
        thread::close);
  }

  @Bean
  Running housekeeping(LocalSessions sessions, PostgresStore store) {
    OwnThread thread = new OwnThread("housekeeping");
    return new Running(
        Running.Stage.INTAKE,
        () -> {
          thread.every(SESSIONS, SESSIONS, "Ending idle sessions failed", sessions::endIdle);
          thread.every(CONTENT, CONTENT, "Sweeping content nothing refers to failed", store::sweep);
        },
        thread::close);
  }
}
