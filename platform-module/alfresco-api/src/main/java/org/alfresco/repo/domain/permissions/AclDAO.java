package org.alfresco.repo.domain.permissions;

/** The tables of access lists. */
public interface AclDAO {
  Long getCurrentChangeSetCommitTime();
}
