package org.activiti.engine.runtime;

import org.activiti.engine.query.Query;

/** A question for processes under way. */
public interface ProcessInstanceQuery extends Query<ProcessInstanceQuery, ProcessInstance> {

  ProcessInstanceQuery processInstanceId(String text);
}
