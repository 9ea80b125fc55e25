/**
 * Owns the standalone host's repository: nodes, content, versions, permissions and transactions
 * over PostgreSQL, the bytes in a folder by their hash, and the change feed the index follows.
 * Knows nothing of HTTP, accounts or the domain.
 */
package org.chancery.standalone.store;
