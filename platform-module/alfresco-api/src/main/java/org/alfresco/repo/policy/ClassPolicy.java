package org.alfresco.repo.policy;

/** A policy of types and aspects. */
public interface ClassPolicy extends Policy {}
