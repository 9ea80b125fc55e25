package org.alfresco.service.cmr.lock;

/** What a lock of the platform's own keeps others from. */
public enum LockType {
  READ_ONLY_LOCK,
  WRITE_LOCK,
  NODE_LOCK
}
