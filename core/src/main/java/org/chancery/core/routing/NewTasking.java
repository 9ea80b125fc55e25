package org.chancery.core.routing;

import java.time.LocalDate;
import java.util.Optional;
import org.chancery.core.access.TaskAccess;
import org.chancery.core.repository.NodeId;

/**
 * What somebody is to be given to do by hand.
 *
 * @param assignee an authority
 * @param instruction what is to be done
 * @param due the day by which
 * @param access what it lets the assignee do in the file; must be there
 * @param parent the tasking it is part of
 * @param form one of {@code cwf:generalTask}, {@code cwf:commentTask}, {@code cwf:clearanceTask};
 *     the first when empty
 * @param document the draft it is about; the newest of the file when empty
 */
public record NewTasking(
    String assignee,
    String instruction,
    LocalDate due,
    Optional<TaskAccess> access,
    Optional<NodeId> parent,
    Optional<String> form,
    Optional<NodeId> document) {}
