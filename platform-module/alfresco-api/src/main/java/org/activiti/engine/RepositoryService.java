package org.activiti.engine;

import java.io.InputStream;
import org.activiti.engine.repository.DeploymentBuilder;
import org.activiti.engine.repository.DeploymentQuery;
import org.activiti.engine.repository.ProcessDefinitionQuery;

/** What is deployed in the engine. */
public interface RepositoryService {

  DeploymentBuilder createDeployment();

  InputStream getResourceAsStream(String text, String text2);

  ProcessDefinitionQuery createProcessDefinitionQuery();

  DeploymentQuery createDeploymentQuery();
}
