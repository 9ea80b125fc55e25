/**
 * Priorities and the issues grouped under them (requirement S6): what they are called, whether they
 * are active, what is said on them.
 */
package org.chancery.core.issues;
