package org.chancery.alfresco.host;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alfresco.repo.lock.JobLockService;
import org.alfresco.repo.lock.JobLockService.JobLockRefreshCallback;
import org.alfresco.repo.lock.LockAcquisitionException;
import org.alfresco.service.namespace.QName;
import org.chancery.core.background.OwnThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done now and then, by one node of the cluster at a time: the platform's own lock decides
 * which. A job that fails is logged and done the next time.
 */
final class ClusterJobs {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterJobs.class);
  private static final String NAMESPACE = "http://chancery.org/jobs/1.0";

  /** A node that dies holding the lock keeps the others from the job for so long, milliseconds. */
  private static final long LEASE = 60_000;

  private final JobLockService locks;
  private final OwnThread thread = new OwnThread("chancery-jobs");

  ClusterJobs(JobLockService locks) {
    this.locks = locks;
  }

  /**
   * Does the job every so often, the first time after that long.
   *
   * @param name local part of the lock's name
   */
  void every(Duration pause, String name, Runnable job) {
    thread.every(pause, pause, "A job failed: " + name, () -> locked(name, job));
  }

  /**
   * Does the job on the calling thread, unless another node is at it.
   *
   * @param name local part of the lock's name
   */
  void now(String name, Runnable job) {
    locked(name, job);
  }

  private void locked(String name, Runnable job) {
    QName lock = QName.createQName(NAMESPACE, name);
    AtomicBoolean running = new AtomicBoolean(true);
    try {
      String token = locks.getLock(lock, LEASE);
      try {
        locks.refreshLock(token, lock, LEASE, keptWhile(running));
        job.run();
      } finally {
        running.set(false);
        locks.releaseLock(token, lock);
      }
    } catch (LockAcquisitionException e) {
      LOG.debug("Another node does {}", name);
    } catch (RuntimeException e) {
      LOG.error("A job failed: {}", name, e);
    }
  }

  private static JobLockRefreshCallback keptWhile(AtomicBoolean running) {
    return new JobLockRefreshCallback() {
      @Override
      public boolean isActive() {
        return running.get();
      }

      @Override
      public void lockReleased() {
        running.set(false);
      }
    };
  }

  /** Ends; waits a little for a job under way. */
  void stop() {
    thread.close();
  }
}
