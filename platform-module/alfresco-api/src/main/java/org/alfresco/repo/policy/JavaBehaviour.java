package org.alfresco.repo.policy;

/** A behaviour that is a method. */
public class JavaBehaviour extends BaseBehaviour {
  public JavaBehaviour(Object object, String text) {
    throw new UnsupportedOperationException();
  }

  public JavaBehaviour(
      Object object, String text, Behaviour.NotificationFrequency notificationFrequency) {
    throw new UnsupportedOperationException();
  }
}
