package org.activiti.engine.repository;

import java.util.Date;

/** What was deployed at once. */
public interface Deployment {

  String getId();

  String getName();

  Date getDeploymentTime();

  String getCategory();
}
