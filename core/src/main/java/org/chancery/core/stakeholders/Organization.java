package org.chancery.core.stakeholders;

import java.util.Optional;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.vocabulary.Stk;

/**
 * An organization.
 *
 * @param id the node
 * @param name in full
 * @param zip of its address
 */
public record Organization(NodeId id, String name, Optional<String> zip) {

  /** Reads a node of type {@code stk:organization}. */
  public static Organization of(Node node) {
    return new Organization(
        node.id(), node.text(Stk.ORGANIZATION_NAME).orElse(node.name()), node.text(Stk.ZIP));
  }
}
