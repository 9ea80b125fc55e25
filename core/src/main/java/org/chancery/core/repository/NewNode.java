package org.chancery.core.repository;

import java.util.Map;
import java.util.Set;
import org.chancery.model.QName;

/**
 * A node to be created.
 *
 * @param id the identity it shall have; {@link NodeId#random()} unless it comes from elsewhere
 * @param parent where it shall live
 * @param type its type
 * @param name unique within the parent
 * @param aspects beyond the type's mandatory ones
 * @param properties without content properties
 */
public record NewNode(
    NodeId id,
    NodeId parent,
    QName type,
    String name,
    Set<QName> aspects,
    Map<QName, Object> properties) {

  /** Copies the collections. */
  public NewNode {
    aspects = Set.copyOf(aspects);
    properties = Map.copyOf(properties);
  }

  /** A node with a new identity and no further aspects. */
  public static NewNode of(NodeId parent, QName type, String name, Map<QName, Object> properties) {
    return new NewNode(NodeId.random(), parent, type, name, Set.of(), properties);
  }
}
