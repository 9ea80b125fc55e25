package org.alfresco.repo.model;

import org.alfresco.service.cmr.repository.NodeRef;
import org.springframework.beans.BeansException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;

/** Well-known places. */
public class Repository implements ApplicationContextAware {
  private Repository() {}

  public void setApplicationContext(ApplicationContext applicationContext) throws BeansException {
    throw new UnsupportedOperationException();
  }

  public NodeRef getCompanyHome() {
    throw new UnsupportedOperationException();
  }
}
