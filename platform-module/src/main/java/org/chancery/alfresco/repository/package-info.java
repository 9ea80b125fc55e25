/**
 * The repository ports on Alfresco's own services. Owns how nodes, contents, versions, permissions
 * and transactions of the platform answer to the promises of {@link org.chancery.core.repository},
 * and the tables {@code chancery_content} and {@code chancery_sequence}.
 */
package org.chancery.alfresco.repository;
