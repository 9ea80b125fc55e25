package org.alfresco.repo.forms.processor;

/** The filters of one kind of form. */
public class FilterRegistry<ItemType, PersistType> {
  public FilterRegistry() {
    throw new UnsupportedOperationException();
  }

  public void addFilter(Filter<ItemType, PersistType> filter) {
    throw new UnsupportedOperationException();
  }
}
