package org.alfresco.repo.policy;

/** Marks what behaviours can be bound to. */
public interface Policy {
  java.lang.String NAMESPACE = "http://www.alfresco.org";
}
