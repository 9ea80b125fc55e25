package org.chancery.core.intake;

import java.util.List;
import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;

/**
 * A received item as one person may see it.
 *
 * @param node its node
 * @param state where it stands
 * @param progress while it is being read in this process
 * @param doubles other items of the same bytes that the person may see
 */
public record IntakeItem(
    Node node, IntakeState state, Optional<ReadingProgress.Pages> progress, List<Double> doubles) {

  /** Another item of the same bytes. */
  public record Double(NodeId id, String name, IntakeState state) {}
}
