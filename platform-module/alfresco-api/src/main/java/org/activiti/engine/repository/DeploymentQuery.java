package org.activiti.engine.repository;

import org.activiti.engine.query.Query;

/** A question for deployments. */
public interface DeploymentQuery extends Query<DeploymentQuery, Deployment> {

  DeploymentQuery deploymentId(String text);
}
