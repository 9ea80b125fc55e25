package org.chancery.core.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.chancery.core.repository.NodeId;

/**
 * The readings that are due, wherever the repository is: in this process, or at the other end of a
 * wire. Each is leased to whoever took it; what comes under a lease that was lost changes nothing,
 * so two readers of one original never double anything, and one that dies delays it by a lease.
 */
public interface Readings {

  /** Takes the oldest reading that is due; empty when none is. */
  Optional<Task> take();

  /**
   * The original as a file to hand to a reader.
   *
   * @param workDirectory where a copy may be put; the caller removes it
   */
  Path original(Task task, Path workDirectory);

  /** Tells how far the reading has come, for people to see; nothing depends on it. */
  void progress(Task task, int done, int of);

  /**
   * Makes the lease longer while the reading goes on.
   *
   * @return false when the lease was lost: then someone else has the task, or it is settled
   */
  boolean extend(Task task);

  /**
   * Keeps what the reading brought and ends the task.
   *
   * @throws LeaseLost when the task is no longer this reader's; nothing was kept
   */
  void keep(Task task, DocumentReader.Outcome outcome);

  /**
   * The reading failed for reasons outside the document: it is tried again later, or, after the
   * last try, set aside for a clerk.
   *
   * @param why for the log
   */
  void failed(Task task, String why);

  /** Gives the task back as if it had not been taken, since this process is being stopped. */
  void release(Task task);

  /**
   * A reading that was taken.
   *
   * @param lease the token that proves the lease
   * @param item what is to be read
   * @param name the file's name, a hint only
   * @param sha256 of the original, lower-case hexadecimal
   * @param size of the original, bytes
   * @param attempt 1 at the first
   * @param letter what is to be written, from the original; empty when it is to be read
   * @param valid how long the lease lasts without a sign of life; a duration and no moment, so that
   *     clocks need not agree
   */
  record Task(
      String lease,
      NodeId item,
      String name,
      String sha256,
      long size,
      int attempt,
      Optional<DocumentReader.Letter> letter,
      Duration valid) {}

  /** The lease has ended and someone else has taken the task, or it is settled. */
  final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For the task of that lease. */
    public LeaseLost(String lease) {
      super("The lease " + lease + " was lost");
    }
  }
}
