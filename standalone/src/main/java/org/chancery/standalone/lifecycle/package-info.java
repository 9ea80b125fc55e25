/**
 * The server as a process: its data folder, the order in which it starts and stops, its health, and
 * the points at which a test kills it.
 */
package org.chancery.standalone.lifecycle;
