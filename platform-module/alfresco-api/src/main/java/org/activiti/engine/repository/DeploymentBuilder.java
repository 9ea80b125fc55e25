package org.activiti.engine.repository;

import java.io.InputStream;

/** Puts a deployment together. */
public interface DeploymentBuilder {

  DeploymentBuilder addInputStream(String text, InputStream inputStream);

  DeploymentBuilder name(String text);

  DeploymentBuilder category(String text);

  Deployment deploy();
}
