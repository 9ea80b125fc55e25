package org.activiti.engine.delegate.event;

/** What can happen in the engine. */
public enum ActivitiEventType {
  TASK_CREATED,
  TASK_ASSIGNED,
  PROCESS_STARTED,
  PROCESS_CANCELLED
}
