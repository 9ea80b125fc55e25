package org.activiti.engine;

import org.activiti.engine.history.HistoricActivityInstanceQuery;
import org.activiti.engine.history.HistoricProcessInstanceQuery;

/** What has been. */
public interface HistoryService {

  HistoricActivityInstanceQuery createHistoricActivityInstanceQuery();

  HistoricProcessInstanceQuery createHistoricProcessInstanceQuery();

  void deleteHistoricProcessInstance(String processInstanceId);
}
