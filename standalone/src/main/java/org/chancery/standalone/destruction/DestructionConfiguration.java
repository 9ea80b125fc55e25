package org.chancery.standalone.destruction;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.chancery.core.destruction.Destroyer;
import org.chancery.core.destruction.Destruction;
import org.chancery.core.destruction.ErasedEntries;
import org.chancery.core.destruction.ErasedProcesses;
import org.chancery.core.destruction.Remains;
import org.chancery.core.destruction.Traces;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.search.Indexer;
import org.chancery.ledger.ErasedAnswers;
import org.chancery.ledger.ErasedWork;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.database.RunningDatabase;
import org.chancery.standalone.store.PostgresStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the places in which something is erased; the database last, for what the others delete. */
@Configuration(proxyBeanMethods = false)
public class DestructionConfiguration {

  @Bean
  Destruction destruction(
      PostgresStore store,
      Remains remains,
      ProcessEngine engine,
      Indexer indexer,
      HikariDataSource pool,
      RunningDatabase database,
      ServerSettings settings,
      Checkpoint checkpoint) {
    return new Destroyer(
        store.nodes(),
        store.versions(),
        store.transactions(),
        Traces.NONE,
        remains,
        List.of(
            new ErasedWork(pool),
            new ErasedAnswers(pool),
            new ErasedProcesses(engine, store.transactions()),
            new ErasedWorkFiles(List.of(settings.workFolder())),
            new ErasedBytes(store),
            new ErasedEntries(indexer),
            new ErasedDatabase(
                pool, database.own().map(own -> settings.databaseFolder()), checkpoint)),
        checkpoint);
  }
}
