package org.chancery.alfresco.repository;

import org.alfresco.repo.model.Repository;
import org.alfresco.service.cmr.repository.NodeRef;
import org.chancery.core.repository.NodeId;

/** The root of everything: the platform's company home, which exists only once it has started. */
final class Root {

  private final Repository platform;
  private volatile NodeId id;

  Root(Repository platform) {
    this.platform = platform;
  }

  NodeId id() {
    NodeId known = id;
    if (known == null) {
      NodeRef home = platform.getCompanyHome();
      if (home == null) {
        throw new IllegalStateException("The platform has no company home yet");
      }
      known = NodeId.of(home.getId());
      id = known;
    }
    return known;
  }

  boolean is(NodeId other) {
    return id().equals(other);
  }
}
