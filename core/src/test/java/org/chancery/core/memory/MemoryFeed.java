package org.chancery.core.memory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Permission;
import org.chancery.core.search.ChangeFeed;
import org.chancery.core.search.IndexEntry;

/**
 * What there is of a feed in memory: the searcher here asks the nodes themselves, so that nothing
 * has to be followed; everything that may not be read is masked.
 */
final class MemoryFeed implements ChangeFeed {
  private final MemoryHost host;

  MemoryFeed(MemoryHost host) {
    this.host = host;
  }

  @Override
  public Batch after(String position, int limit) {
    return new Batch(List.of(), position, false);
  }

  @Override
  public Optional<IndexEntry> entry(NodeId id) {
    return Optional.empty();
  }

  @Override
  public List<NodeId> all(Optional<NodeId> after, int limit) {
    return List.of();
  }

  @Override
  public List<Readers> readersBelow(NodeId top, Optional<NodeId> after, int limit) {
    return List.of();
  }

  @Override
  public List<AccessChange> pendingAccessChanges() {
    return List.of();
  }

  @Override
  public void accessIndexed(AccessChange change) {
    // Nothing is pending here.
  }

  @Override
  public Set<NodeId> maskedFor(Caller caller) {
    return host.within(
        () ->
            host.state.nodes.keySet().stream()
                .filter(id -> !host.permissions().allowed(caller, id, Permission.READ))
                .collect(Collectors.toSet()));
  }
}
