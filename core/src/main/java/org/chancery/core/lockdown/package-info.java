/**
 * Locks that end by themselves, and who can see a case file and why (requirement P3). Putting a
 * lock on and taking it off is {@link org.chancery.core.correspondence.Locking}'s.
 */
package org.chancery.core.lockdown;
