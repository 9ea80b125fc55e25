package org.alfresco.repo.copy;

/** What callbacks have in common. */
public abstract class AbstractCopyBehaviourCallback implements CopyBehaviourCallback {}
