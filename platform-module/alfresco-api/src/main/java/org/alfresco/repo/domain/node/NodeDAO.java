package org.alfresco.repo.domain.node;

import org.alfresco.repo.node.NodeBulkLoader;

/** The tables of nodes. */
public interface NodeDAO extends NodeBulkLoader {
  Long getCurrentTransactionId(boolean flag);
}
