package org.chancery.core.stakeholders;

import java.time.LocalDate;
import java.util.Optional;
import org.chancery.core.repository.NodeId;

/**
 * Where a person belongs or belonged.
 *
 * @param organization which one, when it is known
 * @param newOrganization the name of one to be entered with it; exactly one of the two
 * @param role as what
 * @param from first day
 * @param to last day; empty while it lasts
 */
public record NewAffiliation(
    Optional<NodeId> organization,
    Optional<String> newOrganization,
    Optional<String> role,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {}
