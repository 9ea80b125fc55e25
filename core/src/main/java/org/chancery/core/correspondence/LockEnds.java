package org.chancery.core.correspondence;

import java.time.Instant;
import org.chancery.core.repository.NodeId;

/** Where it is noted, durably, when a lock ends by itself. */
public interface LockEnds {

  /** A lock on the node ends then; joins the transaction in progress. */
  void note(NodeId id, Instant until);
}
