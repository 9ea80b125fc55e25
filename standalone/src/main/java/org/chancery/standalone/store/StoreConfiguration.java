package org.chancery.standalone.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Sequences;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.search.ChangeFeed;
import org.chancery.model.ContentModel;
import org.chancery.model.ContentModels;
import org.chancery.standalone.ServerSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the repository's ports to the server's database and content folder. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

  @Bean
  ContentModel contentModel() {
    return ContentModels.shipped();
  }

  @Bean
  CommitSignal commitSignal() {
    return new CommitSignal();
  }

  @Bean
  PostgresStore store(
      HikariDataSource pool,
      @Qualifier("unsynced") DataSource unsynced,
      PlatformTransactionManager manager,
      ContentModel model,
      ServerSettings settings,
      Clock clock,
      Checkpoint checkpoint,
      CommitSignal signal) {
    return new PostgresStore(
        pool, unsynced, manager, model, settings.contentFolder(), clock, checkpoint, signal);
  }

  @Bean
  Nodes nodes(PostgresStore store) {
    return store.nodes();
  }

  @Bean
  Contents contents(PostgresStore store) {
    return store.contents();
  }

  @Bean
  Versions versions(PostgresStore store) {
    return store.versions();
  }

  @Bean
  Permissions permissions(PostgresStore store) {
    return store.permissions();
  }

  @Bean
  Transactions transactions(PostgresStore store) {
    return store.transactions();
  }

  @Bean
  Sequences sequences(JdbcClient jdbc) {
    return new StoreSequences(jdbc);
  }

  @Bean
  ChangeFeed changeFeed(PostgresStore store) {
    return store.feed();
  }
}
