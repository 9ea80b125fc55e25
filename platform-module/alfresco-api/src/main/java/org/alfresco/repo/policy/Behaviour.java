package org.alfresco.repo.policy;

/** What is done when a policy fires. */
public interface Behaviour {
  void disable();

  void enable();

  boolean isEnabled();

  Behaviour.NotificationFrequency getNotificationFrequency();

  /** When a behaviour runs. */
  public enum NotificationFrequency {
    EVERY_EVENT,
    FIRST_EVENT,
    TRANSACTION_COMMIT
  }
}
