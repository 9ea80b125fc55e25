package org.activiti.engine.task;

/** Something a person is to do. */
public interface Task extends TaskInfo {}
