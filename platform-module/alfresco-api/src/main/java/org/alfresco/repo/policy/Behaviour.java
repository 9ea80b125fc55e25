package org.alfresco.repo.policy;

/** What is done when a policy fires. */
public interface Behaviour {

  boolean isEnabled();

  /** When a behaviour runs. */
  public enum NotificationFrequency {
    EVERY_EVENT,
    FIRST_EVENT,
    TRANSACTION_COMMIT
  }
}
