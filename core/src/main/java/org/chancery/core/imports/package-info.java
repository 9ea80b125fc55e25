/**
 * Imports of people and events (requirement S12): what the rows of a file mean, what is to become
 * of each, carrying it out in the background, and taking it back.
 */
package org.chancery.core.imports;
