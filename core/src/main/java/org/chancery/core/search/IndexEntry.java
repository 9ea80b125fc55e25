package org.chancery.core.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.repository.NodeId;
import org.chancery.model.QName;

/**
 * What the index holds of one node.
 *
 * @param id the node
 * @param types its type and the type's ancestors, the type first
 * @param aspects its aspects
 * @param title shown and searched
 * @param path names from the root, parted by {@code /}, for showing; the last is the node's own
 *     name and searched
 * @param ancestors every node above it, so that a lock on one masks it at once
 * @param readers authorities that may read it
 * @param properties values to search, sort and count by, as the model's index hints say
 * @param pages recognised or extracted text by page; empty when it has none
 * @param createdAt UTC
 * @param modifiedAt UTC
 */
public record IndexEntry(
    NodeId id,
    List<QName> types,
    Set<QName> aspects,
    String title,
    String path,
    List<NodeId> ancestors,
    Set<String> readers,
    Map<QName, Object> properties,
    List<String> pages,
    Instant createdAt,
    Instant modifiedAt) {}
