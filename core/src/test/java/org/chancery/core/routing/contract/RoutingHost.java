package org.chancery.core.routing.contract;

import org.chancery.core.Chancery;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.routing.ProcessEngine;

/**
 * A running domain on a host, whose shipped templates are deployed and whose office has the
 * Executive Secretariat.
 */
public record RoutingHost(
    Chancery chancery,
    Nodes nodes,
    Permissions permissions,
    Transactions transactions,
    ProcessEngine engine) {}
