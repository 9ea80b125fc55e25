package org.alfresco.repo.forms;

import java.util.Set;

/** What somebody has filled in. */
public class FormData {
  public FormData() {
    throw new UnsupportedOperationException();
  }

  public FieldData getFieldData(String fieldName) {
    throw new UnsupportedOperationException();
  }

  public void addFieldData(String fieldName, Object fieldValue, boolean overwrite) {
    throw new UnsupportedOperationException();
  }

  public Set<String> getFieldNames() {
    throw new UnsupportedOperationException();
  }

  /** One field of it. */
  public class FieldData {
    public FieldData(String name, Object value, boolean isFile) {
      throw new UnsupportedOperationException();
    }

    public Object getValue() {
      throw new UnsupportedOperationException();
    }
  }
}
