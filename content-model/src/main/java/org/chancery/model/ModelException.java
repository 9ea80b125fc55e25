package org.chancery.model;

/** A model file that Alfresco would refuse; the message starts with {@code file:line}. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file the model file's name
   * @param line the line, from 1
   * @param problem what is wrong and what to do
   */
  public ModelException(String file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
