package org.alfresco.service.cmr.action;

/** An action as it was asked for. */
public interface Action extends ParameterizedItem {}
