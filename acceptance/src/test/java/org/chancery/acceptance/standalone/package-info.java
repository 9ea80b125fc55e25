/**
 * What the standalone server alone promises at a prompt: the password of its own first account, and
 * {@code verify} over its own data folder. Not of the suite that every host is held to: another
 * host has neither, its platform keeps accounts and contents. Hence {@code verify-alfresco} leaves
 * this package out and does not count it as skipped.
 */
package org.chancery.acceptance.standalone;
