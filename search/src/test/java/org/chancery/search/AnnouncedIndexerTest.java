package org.chancery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.search.TestEntries.query;

import java.util.Set;
import org.chancery.core.repository.Caller;
import org.chancery.core.search.Indexer;
import org.junit.jupiter.api.Test;

/** All the same with a host that tells of every commit, where most searches wait for nothing. */
class AnnouncedIndexerTest extends IndexerTest {

  @Override
  void connect(Indexer toTell) {
    host.announceTo(toTell::changed);
  }

  @Test
  void asLongAsNothingIsCommittedASearchDoesNotAskTheHost() {
    open();
    host.add(host.root, "letter", "levee");
    Caller clerk = new Caller("clerk", Set.of(TestEntries.STAFF), false);
    indexer().search(query("levee"), clerk);
    indexer().awaitCurrent();
    long asked = host.timesAskedForMasks();
    for (int i = 0; i < 20; i++) {
      assertThat(indexer().search(query("levee"), clerk).total()).isEqualTo(1);
    }
    assertThat(host.timesAskedForMasks()).isEqualTo(asked);
    host.readers(host.root, Set.of("GROUP_CHIEFS"));
    assertThat(indexer().search(query("levee"), clerk).total()).isZero();
    assertThat(host.timesAskedForMasks()).isGreaterThan(asked);
  }
}
