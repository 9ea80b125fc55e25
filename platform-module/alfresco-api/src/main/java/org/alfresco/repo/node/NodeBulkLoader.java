package org.alfresco.repo.node;

import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;

/** Reads many nodes into the platform's caches together. */
public interface NodeBulkLoader {
  void cacheNodes(List<NodeRef> list);
}
