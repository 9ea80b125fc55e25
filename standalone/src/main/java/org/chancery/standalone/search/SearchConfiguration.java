package org.chancery.standalone.search;

import java.time.Clock;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.search.ChangeFeed;
import org.chancery.core.search.Indexer;
import org.chancery.core.search.SearchIndex;
import org.chancery.model.ContentModel;
import org.chancery.search.LuceneSearchIndex;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.lifecycle.DataFolder;
import org.chancery.standalone.lifecycle.Running;
import org.chancery.standalone.store.CommitSignal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the index, followed on a thread of its own. */
@Configuration(proxyBeanMethods = false)
public class SearchConfiguration {

  /** Needs the data folder to be ours. */
  @Bean
  SearchIndex searchIndex(ServerSettings settings, DataFolder folder, ContentModel model) {
    return LuceneSearchIndex.open(settings.indexFolder(), model);
  }

  @Bean(destroyMethod = "")
  Indexer indexer(SearchIndex index, ChangeFeed feed, Clock clock, Checkpoint checkpoint) {
    return new Indexer(index, feed, Indexer.Settings.usual(), clock, checkpoint);
  }

  /** Every commit wakes the indexer; told from before it first looks, so that none goes unheard. */
  @Bean
  Running indexerRunning(Indexer indexer, CommitSignal commits) {
    return new Running(
        Running.Stage.INDEX,
        () -> {
          commits.tell(indexer::changed);
          indexer.start();
        },
        indexer::close);
  }
}
