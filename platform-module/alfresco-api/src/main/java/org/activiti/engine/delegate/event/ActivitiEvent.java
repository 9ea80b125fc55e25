package org.activiti.engine.delegate.event;

/** Something that happens in the engine. */
public interface ActivitiEvent {

  ActivitiEventType getType();

  String getProcessInstanceId();

  String getProcessDefinitionId();
}
