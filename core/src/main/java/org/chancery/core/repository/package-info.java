/**
 * The ports through which the domain sees its host's repository: nodes, content, versions,
 * permissions, transactions. Owns no behaviour of its own; every host implements these and proves
 * it with the contract tests in this module's test jar.
 */
package org.chancery.core.repository;
