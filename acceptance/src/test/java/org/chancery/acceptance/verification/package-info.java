/**
 * {@code ./chancery verify-alfresco}: prepares a running Alfresco for the suite, has the ports'
 * contract tests run inside it, runs the suite against it, and writes what came of it.
 */
package org.chancery.acceptance.verification;
