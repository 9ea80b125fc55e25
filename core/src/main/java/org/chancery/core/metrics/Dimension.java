package org.chancery.core.metrics;

/** What a metric's rows are made of. */
public enum Dimension {
  /** Months; years where they would be too many. */
  PERIOD("period", "Period"),
  /** The components a case file is or was assigned to; a file of several counts in each. */
  COMPONENT("component", "Component"),
  /** Issues, by their codes. */
  ISSUE("issue", "Issue"),
  /** Where correspondence comes from. */
  SOURCE("source", "Source"),
  /** The workgroup or person a tasking is assigned to. */
  ASSIGNEE("assignee", "Assigned to");

  private final String key;
  private final String title;

  Dimension(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** As requests and the index name it. */
  public String key() {
    return key;
  }

  /** What people read. */
  public String title() {
    return title;
  }
}
