package org.activiti.engine;

import org.activiti.engine.history.HistoricActivityInstanceQuery;

/** What has been. */
public interface HistoryService {

  HistoricActivityInstanceQuery createHistoricActivityInstanceQuery();
}
