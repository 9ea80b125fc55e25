package org.alfresco.service.cmr.site;

import org.alfresco.service.cmr.repository.NodeRef;

/** Share's sites. */
public interface SiteService {
  SiteInfo getSite(String text);

  SiteInfo getSite(NodeRef nodeRef);

  NodeRef getSiteRoot();
}
