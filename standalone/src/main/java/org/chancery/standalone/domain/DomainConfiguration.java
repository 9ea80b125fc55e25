package org.chancery.standalone.domain;

import java.util.List;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.http.IdempotencyStore;
import org.chancery.core.http.Router;
import org.chancery.core.repository.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the domain and its route table. */
@Configuration(proxyBeanMethods = false)
public class DomainConfiguration {

  @Bean
  Router router(Transactions transactions, AuditTrail audit, IdempotencyStore idempotency) {
    return new Router(List.of(), transactions, audit, idempotency);
  }
}
