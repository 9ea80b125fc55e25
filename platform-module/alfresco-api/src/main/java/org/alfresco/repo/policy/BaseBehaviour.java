package org.alfresco.repo.policy;

/** What behaviours have in common. */
public abstract class BaseBehaviour implements Behaviour {

  public void disable() {
    throw new UnsupportedOperationException();
  }

  public void enable() {
    throw new UnsupportedOperationException();
  }

  public boolean isEnabled() {
    throw new UnsupportedOperationException();
  }

  public Behaviour.NotificationFrequency getNotificationFrequency() {
    throw new UnsupportedOperationException();
  }
}
