package org.activiti.engine.repository;

import org.activiti.engine.query.Query;

/** A question for definitions. */
public interface ProcessDefinitionQuery extends Query<ProcessDefinitionQuery, ProcessDefinition> {

  ProcessDefinitionQuery processDefinitionId(String text);

  ProcessDefinitionQuery deploymentId(String text);

  ProcessDefinitionQuery processDefinitionKey(String text);

  ProcessDefinitionQuery processDefinitionVersion(Integer number);

  ProcessDefinitionQuery latestVersion();

  ProcessDefinitionQuery processDefinitionResourceNameLike(String text);

  ProcessDefinitionQuery orderByProcessDefinitionKey();
}
