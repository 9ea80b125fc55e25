package org.alfresco.service.cmr.version;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;

/** Versions of nodes. */
public interface VersionService {
  java.lang.String VERSION_STORE_PROTOCOL = "versionStore";

  StoreRef getVersionStoreReference();

  boolean isAVersion(NodeRef nodeRef);

  boolean isVersioned(NodeRef nodeRef);

  Version createVersion(NodeRef nodeRef, Map<String, Serializable> map)
      throws ReservedVersionNameException;

  Collection<Version> createVersion(NodeRef nodeRef, Map<String, Serializable> map, boolean flag)
      throws ReservedVersionNameException;

  Collection<Version> createVersion(Collection<NodeRef> collection, Map<String, Serializable> map)
      throws ReservedVersionNameException;

  VersionHistory getVersionHistory(NodeRef nodeRef);

  Version getCurrentVersion(NodeRef nodeRef);

  void revert(NodeRef nodeRef);

  void revert(NodeRef nodeRef, boolean flag);

  void revert(NodeRef nodeRef, Version version);

  void revert(NodeRef nodeRef, Version version, boolean flag);

  NodeRef restore(NodeRef nodeRef, NodeRef nodeRef2, QName name, QName name2);

  NodeRef restore(NodeRef nodeRef, NodeRef nodeRef2, QName name, QName name2, boolean flag);

  void deleteVersionHistory(NodeRef nodeRef);

  void deleteVersion(NodeRef nodeRef, Version version);

  void ensureVersioningEnabled(NodeRef nodeRef, Map<QName, Serializable> map);
}
