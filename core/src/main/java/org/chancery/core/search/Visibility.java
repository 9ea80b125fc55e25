package org.chancery.core.search;

import java.util.Set;
import org.chancery.core.repository.NodeId;

/**
 * What of the index a caller may know of.
 *
 * @param everything the system itself: no restriction
 * @param authorities one of them must be among an entry's readers
 * @param masked nodes whose new permissions the index has not caught up with and which the caller
 *     may not read now: they and all below them are out of the answer
 */
public record Visibility(boolean everything, Set<String> authorities, Set<NodeId> masked) {

  /** Copies the sets. */
  public Visibility {
    authorities = Set.copyOf(authorities);
    masked = Set.copyOf(masked);
  }
}
