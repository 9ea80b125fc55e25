package org.alfresco.repo.copy;

/** Copies nothing of the class. */
public class DoNothingCopyBehaviourCallback extends AbstractCopyBehaviourCallback {

  public static CopyBehaviourCallback getInstance() {
    throw new UnsupportedOperationException();
  }
}
