package org.activiti.engine.runtime;

/** A path a process is on. */
public interface Execution {

  String getId();

  boolean isEnded();
}
