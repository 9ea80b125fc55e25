package org.alfresco.repo.forms;

/** What a form is about. */
public class Item {
  public Item(String kind, String id) {
    throw new UnsupportedOperationException();
  }
}
