package org.activiti.engine;

import java.util.List;
import java.util.Map;
import org.activiti.engine.delegate.event.ActivitiEventListener;
import org.activiti.engine.delegate.event.ActivitiEventType;
import org.activiti.engine.runtime.ProcessInstance;
import org.activiti.engine.runtime.ProcessInstanceQuery;

/** Processes under way. */
public interface RuntimeService {

  ProcessInstance startProcessInstanceById(String text, Map<String, Object> map);

  void deleteProcessInstance(String text, String text2);

  List<String> getActiveActivityIds(String text);

  Object getVariable(String text, String text2);

  ProcessInstanceQuery createProcessInstanceQuery();

  void addEventListener(
      ActivitiEventListener activitiEventListener, ActivitiEventType... activitiEventTypes);
}
