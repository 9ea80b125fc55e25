package org.alfresco.repo.policy;

/** What behaviours have in common. */
public abstract class BaseBehaviour implements Behaviour {

  public boolean isEnabled() {
    throw new UnsupportedOperationException();
  }
}
