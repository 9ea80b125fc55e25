package org.chancery.core.repository;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.model.QName;

/**
 * A node as it was at one revision. Property values are of the Java class that {@link
 * org.chancery.model.DataType} names, or a {@link List} of it for multiple properties; content
 * properties appear in {@link #contents}, never in {@link #properties}.
 *
 * @param id identity
 * @param type its type
 * @param aspects its aspects, mandatory ones included
 * @param parent the folder or parent node it lives in; empty for the root
 * @param name unique within its parent (compared without case)
 * @param properties values by property
 * @param contents the streams it holds, by content property
 * @param revision grows with every change of the node itself; the ETag
 * @param createdBy account
 * @param createdAt UTC
 * @param modifiedBy account
 * @param modifiedAt UTC
 */
public record Node(
    NodeId id,
    QName type,
    Set<QName> aspects,
    Optional<NodeId> parent,
    String name,
    Map<QName, Object> properties,
    Map<QName, ContentInfo> contents,
    long revision,
    String createdBy,
    Instant createdAt,
    String modifiedBy,
    Instant modifiedAt) {

  /** Copies the collections. */
  public Node {
    aspects = Set.copyOf(aspects);
    properties = Map.copyOf(properties);
    contents = Map.copyOf(contents);
  }

  /** The value of a text property. */
  public Optional<String> text(QName property) {
    return Optional.ofNullable((String) properties.get(property));
  }

  /** The value of a date property. */
  public Optional<LocalDate> date(QName property) {
    return Optional.ofNullable((LocalDate) properties.get(property));
  }

  /** The value of a date-and-time property. */
  public Optional<Instant> instant(QName property) {
    return Optional.ofNullable((Instant) properties.get(property));
  }

  /** The values of a multiple property; empty when it has none. */
  @SuppressWarnings("unchecked")
  public <T> List<T> list(QName property) {
    return (List<T>) properties.getOrDefault(property, List.of());
  }
}
