package org.activiti.engine;

/** Somebody else changed the same in the engine. */
public class ActivitiOptimisticLockingException extends ActivitiException {
  private static final long serialVersionUID = 1L;

  public ActivitiOptimisticLockingException(String text) {
    super(text);
  }
}
