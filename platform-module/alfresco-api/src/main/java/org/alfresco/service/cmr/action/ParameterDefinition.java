package org.alfresco.service.cmr.action;

/** A value that an action takes. */
public interface ParameterDefinition {}
