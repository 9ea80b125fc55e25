package org.chancery.standalone.lifecycle;

import java.time.Duration;
import org.chancery.standalone.accounts.LocalSessions;
import org.chancery.standalone.store.PostgresStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what is done now and then. */
@Configuration(proxyBeanMethods = false)
public class HousekeepingConfiguration {
  private static final Duration SESSIONS = Duration.ofMinutes(1);
  private static final Duration CONTENT = Duration.ofHours(24);

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
