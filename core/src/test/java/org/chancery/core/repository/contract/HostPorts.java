package org.chancery.core.repository.contract;

import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.search.ChangeFeed;

/** A host's ports, ready for use, with the shipped content model. It may hold other nodes. */
public record HostPorts(
    Nodes nodes,
    Contents contents,
    Versions versions,
    Permissions permissions,
    Transactions transactions,
    ChangeFeed feed) {}
