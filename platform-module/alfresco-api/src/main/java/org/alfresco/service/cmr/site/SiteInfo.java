package org.alfresco.service.cmr.site;

import org.alfresco.service.cmr.repository.NodeRef;

/** One of Share's sites. */
public interface SiteInfo {
  NodeRef getNodeRef();

  String getShortName();

  String getTitle();
}
