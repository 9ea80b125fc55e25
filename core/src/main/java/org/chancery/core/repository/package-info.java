/**
 * The ports through which the domain sees its host's repository: nodes, content, versions,
 * permissions, transactions. Owns no behaviour but the rules of names and values that are the same
 * on every host; every host implements the ports and proves it with the contract tests in this
 * module's test jar.
 */
package org.chancery.core.repository;
