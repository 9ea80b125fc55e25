package org.activiti.engine.delegate.event;

/** Hears of what happens in the engine. */
public interface ActivitiEventListener {

  void onEvent(ActivitiEvent activitiEvent);

  boolean isFailOnException();
}
