package org.alfresco.repo.domain.permissions;

/** Finishes by night the changes of permission that took too long by day. */
public class FixedAclUpdater {
  public static final java.lang.String FIXED_ACL_ASYNC_REQUIRED_KEY = "FIXED_ACL_ASYNC_REQUIRED";

  public FixedAclUpdater() {
    throw new UnsupportedOperationException();
  }
}
