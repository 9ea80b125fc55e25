package org.springframework.extensions.surf.util;

import org.springframework.beans.BeansException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

/** Told when the repository has started and when it stops. */
public abstract class AbstractLifecycleBean
    implements ApplicationListener<org.springframework.context.ApplicationEvent>,
        ApplicationContextAware {
  public AbstractLifecycleBean() {
    throw new UnsupportedOperationException();
  }

  public void onApplicationEvent(ApplicationEvent applicationEvent) {
    throw new UnsupportedOperationException();
  }

  public void setApplicationContext(ApplicationContext applicationContext) throws BeansException {
    throw new UnsupportedOperationException();
  }

  protected abstract void onBootstrap(ApplicationEvent applicationEvent);

  protected abstract void onShutdown(ApplicationEvent applicationEvent);
}
