package org.chancery.core.intake;

import java.time.Duration;
import java.util.Optional;

/**
 * A durable queue in the host's database, joined to the host's transactions: work is added with the
 * change that makes it due, and done with the change that it brings.
 */
public interface WorkQueue {

  /**
   * Adds work within the transaction in progress; a key that waits already is not added twice, but
   * a delay that it was put back with is over.
   *
   * @param queue which queue, such as {@code reading}
   * @param key what the work is about, such as a node id
   */
  void add(String queue, String key);

  /**
   * Takes the oldest due work and leases it: if neither {@link #done} nor {@link #later} comes
   * before the lease ends (the process died), it is due again. Commits at once.
   */
  Optional<Work> take(String queue, Duration lease);

  /**
   * Makes a lease longer while work goes on.
   *
   * @return false when the lease was lost; then nothing happens
   */
  boolean extend(Work work, Duration lease);

  /**
   * The work under a lease, for whoever knows only its token; empty when the lease was lost or the
   * work is done. Of use for a moment only: {@link #done} decides.
   *
   * @param id of the queue's row
   * @param lease the token
   */
  Optional<Work> leased(String queue, long id, String lease);

  /**
   * Removes the work, within the transaction in progress.
   *
   * @return false when the lease was lost to someone else; then the caller must roll back
   */
  boolean done(Work work);

  /** Puts the work back, due after the delay. */
  void later(Work work, Duration delay, String reason);

  /** Gives leased work back as if it had not been taken: due at once, this attempt not counted. */
  void release(Work work);

  /**
   * Ends every lease of a queue, so that the work is due at once; the attempts stay counted. Only
   * for who knows that those who held the leases are dead.
   *
   * @return how many leases were ended
   */
  int releaseAll(String queue);

  /** How many wait or are leased. */
  long size(String queue);

  /**
   * Leased work.
   *
   * @param id of the queue's row
   * @param queue which queue
   * @param key what it is about
   * @param attempt 1 at the first
   * @param lease the token that proves the lease
   */
  record Work(long id, String queue, String key, int attempt, String lease) {}
}
