package org.alfresco.repo.version;

/** Names of what is known of a version. */
public interface VersionBaseModel {
  java.lang.String PROP_VERSION_TYPE = "versionType";
}
