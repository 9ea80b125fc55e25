package org.activiti.engine.history;

import org.activiti.engine.query.Query;

/** A question for elements that were visited. */
public interface HistoricActivityInstanceQuery
    extends Query<HistoricActivityInstanceQuery, HistoricActivityInstance> {

  HistoricActivityInstanceQuery processInstanceId(String text);

  HistoricActivityInstanceQuery orderByHistoricActivityInstanceStartTime();
}
