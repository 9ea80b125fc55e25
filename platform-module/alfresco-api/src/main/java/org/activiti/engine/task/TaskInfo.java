package org.activiti.engine.task;

/** What is known of a task. */
public interface TaskInfo {

  String getId();

  String getAssignee();

  String getProcessInstanceId();

  String getProcessDefinitionId();

  String getTaskDefinitionKey();
}
