package org.chancery.standalone.demo;

import java.time.Clock;
import org.chancery.core.Chancery;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.accounts.LocalAccounts;
import org.chancery.standalone.lifecycle.DataFolder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the demo office, when it was asked for. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chancery.demo", havingValue = "true")
public class DemoConfiguration {

  @Bean
  Demo demo(
      DataFolder folder,
      ServerSettings settings,
      LocalAccounts accounts,
      Chancery chancery,
      Nodes nodes,
      Contents contents,
      Transactions transactions,
      Clock clock) {
    DemoCases cases = new DemoCases(chancery, nodes, contents, transactions);
    return new Demo(folder, settings.inbox(), accounts, cases, clock);
  }
}
