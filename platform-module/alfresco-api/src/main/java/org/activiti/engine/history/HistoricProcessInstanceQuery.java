package org.activiti.engine.history;

import org.activiti.engine.query.Query;

/** A question for processes that ran or run. */
public interface HistoricProcessInstanceQuery
    extends Query<HistoricProcessInstanceQuery, HistoricProcessInstance> {

  HistoricProcessInstanceQuery processInstanceId(String processInstanceId);
}
