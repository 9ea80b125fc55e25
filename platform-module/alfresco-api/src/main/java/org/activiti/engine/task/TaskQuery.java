package org.activiti.engine.task;

/** A question for tasks that are open. */
public interface TaskQuery extends TaskInfoQuery<TaskQuery, Task> {}
