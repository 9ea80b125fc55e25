package org.chancery.core.intake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.core.repository.NodeId;

/** How far the items that are being read in this process have come. */
public final class ReadingProgress {
  private final Map<NodeId, Pages> pages = new ConcurrentHashMap<>();

  /**
   * Pages of one item.
   *
   * @param done read so far
   * @param of all
   */
  public record Pages(int done, int of) {}

  /** The pages of an item that is being read. */
  public Optional<Pages> of(NodeId id) {
    return Optional.ofNullable(pages.get(id));
  }

  void set(NodeId id, int done, int of) {
    pages.put(id, new Pages(done, of));
  }

  void end(NodeId id) {
    pages.remove(id);
  }
}
