package org.chancery.core.stakeholders;

import java.time.LocalDate;
import java.util.Optional;
import org.chancery.core.repository.NodeId;

/**
 * How a person works or worked with another one.
 *
 * @param id the node
 * @param kind {@code assistant-of}, {@code reports-to}, {@code predecessor} or {@code successor}
 * @param person the other one
 * @param name the other one's
 * @param inverse whether it is entered at the other one, and is to be read from there
 * @param from first day
 * @param to last day
 */
public record Relation(
    NodeId id,
    String kind,
    NodeId person,
    String name,
    boolean inverse,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {}
