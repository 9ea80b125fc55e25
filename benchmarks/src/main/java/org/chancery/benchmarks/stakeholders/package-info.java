/**
 * How long searches of stakeholders, their pages and the map of gaps take over a department's
 * stakeholders.
 */
package org.chancery.benchmarks.stakeholders;
