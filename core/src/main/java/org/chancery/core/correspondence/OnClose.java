package org.chancery.core.correspondence;

import org.chancery.core.access.Actor;
import org.chancery.core.repository.NodeId;

/** What is done with a case file when it is closed, in the same transaction (requirement R9). */
public interface OnClose {

  /** The file was closed. */
  void closed(Actor actor, NodeId file);
}
