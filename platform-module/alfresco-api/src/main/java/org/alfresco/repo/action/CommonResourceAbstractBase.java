package org.alfresco.repo.action;

/** What conditions and actions have in common. */
public abstract class CommonResourceAbstractBase {}
