package org.alfresco.repo.copy;

/** What of a class is copied with its node. */
public interface CopyBehaviourCallback {}
