package org.activiti.engine.repository;

/** A version of a process's definition. */
public interface ProcessDefinition {

  String getId();

  String getKey();

  String getName();

  String getDescription();

  int getVersion();

  String getResourceName();

  String getDeploymentId();
}
