package org.chancery.standalone.accounts;

import java.time.Clock;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.repository.Transactions;
import org.chancery.standalone.ServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Wires accounts, sessions and both ways to sign in. */
@Configuration(proxyBeanMethods = false)
public class AccountsConfiguration {

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  AccountTable accountTable(JdbcClient jdbc, Clock clock) {
    return new AccountTable(jdbc, clock);
  }

  @Bean
  LocalAccounts accounts(
      AccountTable table, PasswordEncoder encoder, Transactions transactions, AuditTrail audit) {
    return new LocalAccounts(table, encoder, transactions, audit);
  }

  @Bean
  PasswordCheck passwordCheck(
      AccountTable table,
      PasswordEncoder encoder,
      Transactions transactions,
      AuditTrail audit,
      Clock clock) {
    return new PasswordCheck(table, encoder, transactions, audit, clock);
  }

  @Bean
  LocalSessions sessions(
      PasswordCheck passwords,
      LocalAccounts accounts,
      Transactions transactions,
      AuditTrail audit,
      Clock clock,
      ServerSettings settings) {
    return new LocalSessions(
        passwords, accounts, transactions, audit, clock, settings.idle(), settings.sessionEnd());
  }

  @Bean
  BasicSignIn basicSignIn(PasswordCheck passwords, Clock clock) {
    return new BasicSignIn(passwords, clock);
  }

  @Bean
  ResetDesk resetDesk(
      AccountTable table,
      LocalSessions sessions,
      Transactions transactions,
      AuditTrail audit,
      ServerSettings settings) {
    return new ResetDesk(
        new ResetRequests(settings.data()),
        new PasswordReset(table, audit, sessions::endAll),
        transactions);
  }

  @Bean
  FirstStart firstStart(LocalAccounts accounts, ServerSettings settings) {
    return new FirstStart(
        accounts, settings.data(), settings.firstPassword(), FirstStart.Terminal.ofProcess());
  }
}
