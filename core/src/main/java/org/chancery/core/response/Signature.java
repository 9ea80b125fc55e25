package org.chancery.core.response;

import org.chancery.core.access.Actor;
import org.chancery.core.repository.NodeId;

/** What waits for a letter to be signed. */
@FunctionalInterface
public interface Signature {
  /**
   * The signed paper is in the file: whoever was to have it signed is done, within the transaction
   * in progress. Nothing happens when nobody was.
   *
   * @param reader who has read the paper
   */
  void completed(Actor reader, NodeId caseFile, NodeId letter);
}
