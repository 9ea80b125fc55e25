/**
 * Entries that are of the same person or organization (requirement S12): which they may be, and how
 * two are made one and parted again.
 */
package org.chancery.core.doubles;
