package org.activiti.engine;

/** The engine failed, or what it called. */
public class ActivitiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ActivitiException(String text) {
    throw new UnsupportedOperationException();
  }
}
