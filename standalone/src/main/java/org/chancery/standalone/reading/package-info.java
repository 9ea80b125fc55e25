/** Wires the reading of originals in worker processes on this machine. */
package org.chancery.standalone.reading;
