/**
 * Holds (requirement R5): what is under one, or above or below it, is not destroyed, transferred or
 * moved out, and loses no version; work on it goes on.
 */
package org.chancery.core.holds;
