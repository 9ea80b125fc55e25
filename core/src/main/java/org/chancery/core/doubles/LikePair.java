package org.chancery.core.doubles;

import java.util.List;
import org.chancery.core.repository.NodeId;

/**
 * Two entries that may be of one person or organization.
 *
 * @param one the entry that was looked at first
 * @param other the other
 * @param score 0 to 1
 * @param sure whether they are one, as good as certain
 * @param why what speaks for it, in words
 * @param needed private contacts that have to be seen to be told of this pair; empty when it shows
 *     in what everyone may see
 */
public record LikePair(
    NodeId one, NodeId other, double score, boolean sure, List<String> why, List<NodeId> needed) {

  /** Copies. */
  public LikePair {
    why = List.copyOf(why);
    needed = List.copyOf(needed);
  }

  boolean isOf(NodeId a, NodeId b) {
    return one.equals(a) && other.equals(b) || one.equals(b) && other.equals(a);
  }
}
