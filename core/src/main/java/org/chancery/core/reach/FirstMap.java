package org.chancery.core.reach;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Role;
import org.chancery.core.background.OwnThread;
import org.chancery.core.repository.Caller;
import org.chancery.core.search.SearchProgress;
import org.chancery.core.search.SearchUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the map after a start, so that whoever opens it first does not wait for what is read and
 * compiled the first time (requirement S8).
 */
final class FirstMap implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FirstMap.class);

  /** The virtual machine compiles well what was done several times. */
  private static final int ROUNDS = 8;

  private static final int SOME = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Coverage coverage;
  private final StakeholderSearch search;
  private final OwnThread thread = new OwnThread("map-warming");
  private final CountDownLatch counted = new CountDownLatch(1);

  FirstMap(Coverage coverage, StakeholderSearch search) {
    this.coverage = coverage;
    this.search = search;
  }

  /** Begins. */
  void start() {
    thread.once("The map could not be counted beforehand", this::count);
  }

  /** Waits until it is counted, three seconds at most. */
  void await() {
    try {
      if (!counted.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("The map is still being counted");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void count() {
    Coverage.Scope everywhere =
        new Coverage.Scope(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Coverage.By.STATE);
    long begin = System.nanoTime();
    try {
      // Once people may ask for it themselves, it would only be in their way.
      for (int i = 0; i < ROUNDS && recent(begin) && !thread.ending(); i++) {
        countFor(somebody(), everywhere);
      }
    } catch (SearchUnavailable e) {
      // The index is being filled, and whoever asks for the map waits for that in any case.
      LOG.debug("The map was not counted beforehand", e);
    } finally {
      counted.countDown();
    }
  }

  private static boolean recent(long begin) {
    return System.nanoTime() - begin < PATIENCE.toNanos();
  }

  private void countFor(Caller caller, Coverage.Scope everywhere) {
    coverage.mapped(caller, everywhere, Coverage.Across.ISSUE);
    search
        .find(
            caller,
            Criteria.overlapping(Optional.empty(), Optional.empty()),
            "-contact",
            false,
            Optional.empty(),
            SOME,
            SearchProgress.UNWATCHED)
        .stakeholders()
        .forEach(StakeholderSearch::knownBy);
  }

  /** Of people it is asked who may read what, which it is not of the system. */
  private static Caller somebody() {
    Set<String> authorities =
        Stream.concat(Stream.of(Caller.EVERYONE), Stream.of(Role.values()).map(Authorities::role))
            .collect(Collectors.toSet());
    return new Caller("map-warming", authorities, false);
  }

  @Override
  public void close() {
    thread.close();
  }
}
