package org.alfresco.repo.version;

/** Names of what is known of a version, as given when one is made. */
public interface VersionModel extends VersionBaseModel {}
