/**
 * What of the project runs as a process of its own, started by the launcher as a user would: the
 * standalone server, the intake process, single commands. For the suite and for the benchmarks.
 */
package org.chancery.acceptance.process;
