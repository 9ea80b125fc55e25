package org.alfresco.service.cmr.version;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;

/** Versions of nodes. */
public interface VersionService {

  Version createVersion(NodeRef nodeRef, Map<String, Serializable> map)
      throws ReservedVersionNameException;

  Collection<Version> createVersion(NodeRef nodeRef, Map<String, Serializable> map, boolean flag)
      throws ReservedVersionNameException;

  Collection<Version> createVersion(Collection<NodeRef> collection, Map<String, Serializable> map)
      throws ReservedVersionNameException;

  VersionHistory getVersionHistory(NodeRef nodeRef);

  void revert(NodeRef nodeRef);

  void revert(NodeRef nodeRef, boolean flag);

  void revert(NodeRef nodeRef, Version version);

  void revert(NodeRef nodeRef, Version version, boolean flag);

  void deleteVersionHistory(NodeRef nodeRef);

  void deleteVersion(NodeRef nodeRef, Version version);
}
