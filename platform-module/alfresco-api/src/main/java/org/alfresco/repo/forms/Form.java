package org.alfresco.repo.forms;

/** A form as it is shown. */
public class Form {
  public Form(Item item) {
    throw new UnsupportedOperationException();
  }
}
