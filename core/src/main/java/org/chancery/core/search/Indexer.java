package org.chancery.core.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NodeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in step with the host, on one thread, and answers searches that see every change
 * acknowledged before they were asked: a search waits for a pass over the feed that began after it
 * was asked, and searches asked at the same time share one. Where the host {@linkplain
 * ChangeFeed#announced announces} every commit, a search waits for nothing when none was announced
 * since the feed was last followed to its end.
 *
 * <p>Nothing is lost with the process. The index's own commit holds the feed position it stands
 * for; what came after is read again. A change of permission counts as indexed only once a commit
 * holds it, and until then {@link ChangeFeed#maskedFor} keeps its subtree out of every answer.
 */
public final class Indexer implements Searcher, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

  /** An index of millions is written anew in less. */
  private static final int EXPUNGED_WITHIN_MINUTES = 10;

  private final SearchIndex index;
  private final ChangeFeed feed;
  private final Settings settings;
  private final Clock clock;
  private final IndexPass pass;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private final Condition finished = lock.newCondition();

  // Guarded by the lock.
  private long begun;
  private long completed;
  private long asked;
  private boolean signalled;
  private boolean rebuildWanted;
  private boolean closing;
  private final List<CompletableFuture<List<String>>> expunging = new ArrayList<>();
  private boolean working;
  private int pauses;
  private long announced;
  private long quietSince = -1;
  private RuntimeException failure;
  private Instant lastPass;

  /**
   * @param index written by this indexer alone
   * @param feed the host's
   * @param clock for the times in {@link #status}
   * @param checkpoint reached as {@link Checkpoint#INDEX_COMMIT} before each commit
   */
  public Indexer(
      SearchIndex index, ChangeFeed feed, Settings settings, Clock clock, Checkpoint checkpoint) {
    this.index = index;
    this.feed = feed;
    this.settings = settings;
    this.clock = clock;
    this.pass = new IndexPass(index, feed, settings, checkpoint);
    this.thread = new Thread(this::run, "indexer");
    this.thread.setDaemon(true);
  }

  /** Begins to follow the feed; call once. */
  public void start() {
    thread.start();
  }

  /**
   * Something was committed: look soon. Cheap; call after every commit, before it is acknowledged.
   */
  public void changed() {
    lock.lock();
    try {
      announced++;
      signalled = true;
      wanted.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Reads every node again, in the background; searches go on meanwhile. */
  public void rebuild() {
    lock.lock();
    try {
      rebuildWanted = true;
      quietSince = -1;
      signalled = true;
      wanted.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has the index forget, in its files too, all that was deleted before the call. May take minutes;
   * searches go on meanwhile and wait when they ask for what is newer.
   *
   * @return why something is still there; empty when nothing is
   * @throws SearchUnavailable when the index cannot catch up within {@link Settings#patience}
   */
  public List<String> expunge() {
    awaitFollowed();
    CompletableFuture<List<String>> done = new CompletableFuture<>();
    lock.lock();
    try {
      if (closing || !thread.isAlive()) {
        throw new SearchUnavailable("The index is not being kept up to date", failure);
      }
      expunging.add(done);
      signalled = true;
      wanted.signal();
    } finally {
      lock.unlock();
    }
    return done.orTimeout(EXPUNGED_WITHIN_MINUTES, TimeUnit.MINUTES).join();
  }

  /** Asked for since the last look; what is not answered when this closes ends in an exception. */
  private List<CompletableFuture<List<String>>> askedToExpunge() {
    lock.lock();
    try {
      List<CompletableFuture<List<String>>> all = List.copyOf(expunging);
      expunging.clear();
      return all;
    } finally {
      lock.unlock();
    }
  }

  private void expunge(List<CompletableFuture<List<String>>> all) {
    if (all.isEmpty()) {
      return;
    }
    try {
      List<String> still = pass.expunge();
      all.forEach(each -> each.complete(still));
    } catch (RuntimeException e) {
      all.forEach(each -> each.completeExceptionally(e));
      throw e;
    }
  }

  /**
   * Leaves the index as it is, once a pass in progress has ended, until the answer is run; searches
   * wait meanwhile. For maintenance, such as a copy of the index's folder.
   *
   * @return to be run once, to go on
   */
  public Runnable pause() {
    lock.lock();
    try {
      pauses++;
      while (working && !closing) {
        finished.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
    return this::goOn;
  }

  private void goOn() {
    lock.lock();
    try {
      pauses--;
      wanted.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws SearchUnavailable when the index cannot catch up within {@link Settings#patience}
   */
  @Override
  public SearchResult search(SearchQuery query, Caller caller, SearchProgress progress) {
    return index.search(query, visibility(caller), progress);
  }

  /**
   * {@inheritDoc}
   *
   * @throws SearchUnavailable when the index cannot catch up within {@link Settings#patience}
   */
  @Override
  public Tally.Result tally(Tally tally, Caller caller) {
    return index.tally(tally, visibility(caller));
  }

  @Override
  public List<Tally.Result> tallies(List<Tally> asked, Caller caller) {
    return index.tallies(asked, visibility(caller));
  }

  @Override
  public Tally.Listed listed(Tally tally, String by, int from, int limit, Caller caller) {
    return index.listed(tally, by, from, limit, visibility(caller));
  }

  /** Once everything has been followed: first what is masked, then the index is asked. */
  private Visibility visibility(Caller caller) {
    boolean masking = awaitFollowed();
    // A mask is lifted only once the index is right.
    Set<NodeId> masked = caller.system() || !masking ? Set.of() : feed.maskedFor(caller);
    return new Visibility(caller.system(), caller.authorities(), masked);
  }

  /**
   * Returns once every change that was committed before the call can be found.
   *
   * @throws SearchUnavailable when the index cannot catch up within {@link Settings#patience}
   */
  public void awaitCurrent() {
    awaitFollowed();
  }

  /** Waits; says whether anything may have to be masked, for it was not quiet. */
  private boolean awaitFollowed() {
    long remaining = settings.patience().toNanos();
    lock.lock();
    try {
      if (quietSince == announced && feed.announced() && !closing && thread.isAlive()) {
        return false;
      }
      long needed = begun + 1;
      asked = Math.max(asked, needed);
      wanted.signal();
      while (completed < needed) {
        if (closing || !thread.isAlive()) {
          throw new SearchUnavailable("The index is not being kept up to date", failure);
        }
        if (remaining <= 0) {
          throw new SearchUnavailable("The index has not caught up yet", failure);
        }
        remaining = finished.awaitNanos(remaining);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SearchUnavailable("Interrupted while waiting for the index", e);
    } finally {
      lock.unlock();
    }
  }

  /** How the indexer does, for the health report. */
  public Status status() {
    IndexPass.Progress progress = pass.progress();
    lock.lock();
    try {
      return new Status(
          thread.isAlive(),
          index.committedPosition(),
          progress.position(),
          progress.pending(),
          progress.building(),
          progress.setAside(),
          Optional.ofNullable(lastPass),
          Optional.ofNullable(failure).map(RuntimeException::toString));
    } finally {
      lock.unlock();
    }
  }

  /** Commits what was read, and ends the thread. Does not close the index. */
  @Override
  public void close() {
    pass.stop();
    lock.lock();
    try {
      closing = true;
      wanted.signal();
      finished.signalAll();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    int failures = 0;
    while (awaitWork(failures)) {
      try {
        work();
        failures = 0;
      } catch (RuntimeException e) {
        failures++;
        LOG.error("The search index could not be brought up to date; trying again", e);
        fail(e);
      } finally {
        passEnded();
      }
    }
    SearchUnavailable ended = new SearchUnavailable("The index is being closed", null);
    askedToExpunge().forEach(each -> each.completeExceptionally(ended));
    try {
      pass.commit();
    } catch (RuntimeException e) {
      LOG.error("The last commit of the search index failed; its changes will be read again", e);
    }
  }

  private void work() {
    long number;
    long heard;
    boolean rebuild;
    boolean somebodyWaits;
    lock.lock();
    try {
      number = ++begun;
      heard = announced;
      somebodyWaits = asked > completed;
      signalled = false;
      rebuild = rebuildWanted;
    } finally {
      lock.unlock();
    }
    if (rebuild) {
      pass.startRebuild();
      rebuildStarted();
    }
    boolean current = pass.catchUp(somebodyWaits);
    finish(number, heard, current);
    expunge(askedToExpunge());
    pass.settle();
  }

  private void passEnded() {
    lock.lock();
    try {
      working = false;
      finished.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void rebuildStarted() {
    lock.lock();
    try {
      rebuildWanted = false;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is something to do; false when the indexer is being closed. */
  private boolean awaitWork(int failures) {
    boolean failing = failures > 0;
    long pause = (failing ? settings.afterFailure(failures) : pass.pause()).toNanos();
    lock.lock();
    try {
      // After a failure nothing shortens the pause; otherwise a search or a signal does.
      while (!closing && pause > 0 && (failing || asked <= begun && !signalled)) {
        pause = wanted.awaitNanos(pause);
      }
      while (!closing && pauses > 0) {
        wanted.await();
      }
      working = !closing;
      return working;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void finish(long number, long heard, boolean current) {
    boolean quiet = current && pass.isQuiet();
    lock.lock();
    try {
      failure = null;
      lastPass = clock.instant();
      quietSince = quiet ? heard : -1;
      if (current) {
        completed = number;
        finished.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void fail(RuntimeException e) {
    lock.lock();
    try {
      failure = e;
    } finally {
      lock.unlock();
    }
  }

  /**
   * How the indexer works.
   *
   * @param batch changes read from the feed at once
   * @param slice nodes below a moved or locked folder, or of a rebuild, handled at once, between
   *     two looks at the feed
   * @param poll how long to wait for a signal before looking at the feed anyway
   * @param commitEvery changes after which to commit
   * @param commitAfter time after which to commit
   * @param patience how long a search waits for the index to catch up
   */
  public record Settings(
      int batch,
      int slice,
      Duration poll,
      int commitEvery,
      Duration commitAfter,
      Duration patience) {

    /** What serves an office. */
    public static Settings usual() {
      return new Settings(
          500, 500, Duration.ofSeconds(1), 5_000, Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    Duration afterFailure(int failures) {
      return Duration.ofMillis(Math.min(5_000, 100L << Math.min(failures, 6)));
    }
  }

  /**
   * The indexer's health.
   *
   * @param running whether the thread lives
   * @param committed feed position that is durable
   * @param position feed position that can be searched
   * @param pending moved or locked folders below which nodes are still to be indexed
   * @param building whether every node is being read again
   * @param setAside nodes that could not be read, are out of the index and are tried again with
   *     their next change
   * @param lastPass when the feed was last followed to its end
   * @param problem why not, if it fails
   */
  public record Status(
      boolean running,
      String committed,
      String position,
      int pending,
      boolean building,
      Set<NodeId> setAside,
      Optional<Instant> lastPass,
      Optional<String> problem) {}
}
