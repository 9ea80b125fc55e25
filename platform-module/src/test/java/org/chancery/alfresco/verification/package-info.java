/**
 * Runs the contract tests of the ports inside a running repository: a JAR of its own, put beside
 * the deployable one for the time of a verification and never part of it.
 */
package org.chancery.alfresco.verification;
