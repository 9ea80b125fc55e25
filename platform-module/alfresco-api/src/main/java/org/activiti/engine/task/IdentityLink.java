package org.activiti.engine.task;

/** Who has to do with a task, and how. */
public interface IdentityLink {

  String getType();

  String getUserId();

  String getGroupId();
}
