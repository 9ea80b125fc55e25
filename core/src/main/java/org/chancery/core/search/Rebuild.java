package org.chancery.core.search;

import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.NodeId;

/**
 * A walk over every node the host has, and then over every node the index holds, so that what is
 * missing comes in and what should not be there goes. Both walks only name the nodes: each is then
 * read from the host as it is at that moment.
 */
final class Rebuild {

  private final SearchIndex index;
  private final ChangeFeed feed;
  private final int slice;
  private boolean repositoryDone;
  private Optional<NodeId> after = Optional.empty();

  Rebuild(SearchIndex index, ChangeFeed feed, int slice) {
    this.index = index;
    this.feed = feed;
    this.slice = slice;
  }

  /** The next nodes to read. Asking again after a failure without {@link #done} gives the same. */
  Step next() {
    if (!repositoryDone) {
      List<NodeId> nodes = feed.all(after, slice);
      return new Step(nodes, nodes.size() < slice, false);
    }
    List<NodeId> nodes = index.held(after, slice);
    return new Step(nodes, nodes.size() < slice, nodes.size() < slice);
  }

  /** Those nodes have been read. */
  void done(Step step) {
    if (step.lastOfWalk()) {
      after = Optional.empty();
      repositoryDone = true;
    } else {
      after = Optional.of(step.nodes().get(step.nodes().size() - 1));
    }
  }

  /**
   * Part of the walk.
   *
   * @param nodes to read
   * @param lastOfWalk whether this walk has come to its end
   * @param last whether all is done after it
   */
  record Step(List<NodeId> nodes, boolean lastOfWalk, boolean last) {}
}
