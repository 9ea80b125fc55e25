package org.chancery.standalone.routing;

import com.zaxxer.hikari.HikariDataSource;
import org.chancery.standalone.store.PostgresStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the BPMN engine. */
@Configuration(proxyBeanMethods = false)
public class RoutingConfiguration {

  @Bean
  FlowableEngine processEngine(
      HikariDataSource database, PlatformTransactionManager manager, PostgresStore store) {
    return new FlowableEngine(database, manager, store.transactions());
  }
}
