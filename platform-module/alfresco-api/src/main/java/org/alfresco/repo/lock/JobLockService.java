package org.alfresco.repo.lock;

import org.alfresco.service.namespace.QName;

/** Locks that hold in the whole cluster. */
public interface JobLockService {

  String getLock(QName name, long number);

  String getLock(QName name, long number, long number2, int number3);

  String getLock(
      QName name, long number, JobLockService.JobLockRefreshCallback jobLockRefreshCallback);

  void refreshLock(String text, QName name, long number);

  void refreshLock(
      String text,
      QName name,
      long number,
      JobLockService.JobLockRefreshCallback jobLockRefreshCallback);

  void releaseLock(String text, QName name);

  /** Asked whether a lock is still needed. */
  public interface JobLockRefreshCallback {
    boolean isActive();

    void lockReleased();
  }
}
