/**
 * What the search index follows on Alfresco: the platform's own tables, read as they were
 * committed.
 *
 * <p>Each transaction that wrote nodes or access leaves one row just before it commits, whatever
 * wrote it ({@link org.chancery.alfresco.search.ChangeRecorder}); {@link
 * org.chancery.alfresco.search.TrackedFeed} reads the rows that a later snapshot of the database
 * sees and an earlier did not and, for each node, what the index holds. The platform's caches are
 * not asked, since they learn of a commit after it can be seen: what was read stale would stay
 * stale.
 */
package org.chancery.alfresco.search;
