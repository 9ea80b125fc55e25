package org.activiti.engine.task;

import org.activiti.engine.query.Query;

/** A question for tasks. */
public interface TaskInfoQuery<T extends TaskInfoQuery<?, ?>, V extends TaskInfo>
    extends Query<T, V> {

  T taskId(String text);

  T processInstanceId(String text);
}
