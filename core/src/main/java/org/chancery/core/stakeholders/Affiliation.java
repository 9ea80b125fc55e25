package org.chancery.core.stakeholders;

import java.time.LocalDate;
import java.util.Optional;
import org.chancery.core.repository.NodeId;

/**
 * That a person belongs or belonged to an organization.
 *
 * @param id the node
 * @param organization which
 * @param organizationName what people read
 * @param role as what
 * @param from first day
 * @param to last day; empty while it lasts
 */
public record Affiliation(
    NodeId id,
    NodeId organization,
    String organizationName,
    Optional<String> role,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  /** Whether it holds on that day. */
  public boolean current(LocalDate day) {
    return from.filter(first -> first.isAfter(day)).isEmpty()
        && to.filter(last -> last.isBefore(day)).isEmpty();
  }
}
