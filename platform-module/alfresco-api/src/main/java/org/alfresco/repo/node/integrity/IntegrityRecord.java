package org.alfresco.repo.node.integrity;

/** One thing that is not as the model has it. */
public class IntegrityRecord {
  public IntegrityRecord(String text) {
    throw new UnsupportedOperationException();
  }
}
