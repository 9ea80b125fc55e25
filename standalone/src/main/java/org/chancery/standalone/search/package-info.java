/** Wires the index and what keeps it in step with the store. */
package org.chancery.standalone.search;
