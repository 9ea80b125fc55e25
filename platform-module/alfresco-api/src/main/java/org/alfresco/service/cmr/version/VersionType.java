package org.alfresco.service.cmr.version;

/** Whether a version is a major or a minor one. */
public enum VersionType {
  MAJOR,
  MINOR
}
