package org.activiti.engine.delegate.event;

/** Something that happens to an entity. */
public interface ActivitiEntityEvent extends ActivitiEvent {

  Object getEntity();
}
