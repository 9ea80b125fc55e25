/**
 * The domain's reader of originals on the pool of worker processes, for every process that reads.
 */
package org.chancery.reading;
