package org.chancery.standalone;

import java.time.Clock;
import org.chancery.standalone.accounts.AccountsConfiguration;
import org.chancery.standalone.database.DatabaseConfiguration;
import org.chancery.standalone.demo.DemoConfiguration;
import org.chancery.standalone.demo.OfficeClock;
import org.chancery.standalone.destruction.DestructionConfiguration;
import org.chancery.standalone.domain.DomainConfiguration;
import org.chancery.standalone.ledger.LedgerConfiguration;
import org.chancery.standalone.lifecycle.HealthConfiguration;
import org.chancery.standalone.lifecycle.HousekeepingConfiguration;
import org.chancery.standalone.lifecycle.LifecycleConfiguration;
import org.chancery.standalone.mail.MailConfiguration;
import org.chancery.standalone.reading.ReadingConfiguration;
import org.chancery.standalone.routing.RoutingConfiguration;
import org.chancery.standalone.search.SearchConfiguration;
import org.chancery.standalone.store.StoreConfiguration;
import org.chancery.standalone.transfer.TransferConfiguration;
import org.chancery.standalone.web.SecurityConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The whole server. What Spring Boot configures by itself is named here one by one: looking for
 * more would cost seconds at each start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerSettings.class)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
})
@Import({
  LifecycleConfiguration.class,
  HealthConfiguration.class,
  HousekeepingConfiguration.class,
  DatabaseConfiguration.class,
  LedgerConfiguration.class,
  StoreConfiguration.class,
  SearchConfiguration.class,
  ReadingConfiguration.class,
  MailConfiguration.class,
  RoutingConfiguration.class,
  DestructionConfiguration.class,
  TransferConfiguration.class,
  DomainConfiguration.class,
  DemoConfiguration.class,
  AccountsConfiguration.class,
  SecurityConfiguration.class,
})
public class ServerConfiguration {

  @Bean
  @ConditionalOnProperty(name = "chancery.demo", havingValue = "false", matchIfMissing = true)
  Clock clock() {
    return Clock.systemUTC();
  }

  /** The past of the demo office is filled in at its own times. */
  @Bean
  @ConditionalOnProperty(name = "chancery.demo", havingValue = "true")
  OfficeClock officeClock() {
    return new OfficeClock(Clock.systemUTC());
  }
}
