/**
 * A made-up office at work: its people, its case files and their taskings, for an index, for a
 * server's store, or to be entered as its people would.
 */
package org.chancery.benchmarks.office;
