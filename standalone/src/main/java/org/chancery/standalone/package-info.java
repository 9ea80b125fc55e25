/**
 * Host 1, the standalone server: one process that serves an office, with its database embedded.
 * This package owns the start and the settings; each concern's wiring lies with the concern.
 */
package org.chancery.standalone;
