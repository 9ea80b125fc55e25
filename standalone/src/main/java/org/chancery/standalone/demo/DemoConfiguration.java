package org.chancery.standalone.demo;

import org.chancery.core.Chancery;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Transactions;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.accounts.LocalAccounts;
import org.chancery.standalone.lifecycle.DataFolder;
import org.chancery.standalone.lifecycle.Running;
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
      OfficeClock clock) {
    Colleague colleague = new Colleague(chancery, accounts, nodes, contents, transactions);
    DemoCases cases = new DemoCases(chancery, contents, transactions, colleague);
    FormerFates former = new FormerFates(chancery, nodes, contents, transactions, colleague);
    return new Demo(
        folder,
        settings.inbox(),
        accounts,
        cases,
        former,
        () -> chancery.responses().start(),
        clock);
  }

  /** After the office's files are there, beside the reading of its letters. */
  @Bean
  Running demoRunning(Demo demo) {
    return new Running(Running.Stage.INTAKE, demo::start, demo::stop);
  }
}
