/**
 * From the watched folder or an upload to a filed document: receiving exactly once, the reading
 * queue, quarantine, suggestions.
 */
package org.chancery.core.intake;
