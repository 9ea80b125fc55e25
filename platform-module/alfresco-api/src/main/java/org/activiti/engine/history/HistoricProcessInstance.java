package org.activiti.engine.history;

/** A process that ran or runs. */
public interface HistoricProcessInstance {}
