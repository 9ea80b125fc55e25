package org.alfresco.service.cmr.version;

import java.io.Serializable;
import java.util.Collection;

/** All versions of a node. */
public interface VersionHistory extends Serializable {

  Collection<Version> getAllVersions();
}
