package org.chancery.standalone.destruction;

import java.util.List;
import org.chancery.core.destruction.Destroyer;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.destruction.Remains;
import org.chancery.core.repository.Checkpoint;
import org.chancery.standalone.store.PostgresStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the places in which something is erased. */
@Configuration(proxyBeanMethods = false)
public class DestructionConfiguration {

  @Bean
  Destruction destruction(PostgresStore store, Remains remains, Checkpoint checkpoint) {
    return new Destroyer(
        store.nodes(),
        store.versions(),
        store.transactions(),
        remains,
        List.of(
            new NotErased("index", "The index is not rewritten yet."),
            new NotErased("database", "The database's files are not rewritten yet.")),
        checkpoint);
  }
}
