package org.activiti.engine.history;

import java.util.Date;

/** An element that was visited. */
public interface HistoricActivityInstance {

  String getActivityId();

  Date getEndTime();
}
