package org.activiti.engine.runtime;

/** A process under way. */
public interface ProcessInstance extends Execution {

  String getProcessDefinitionId();
}
