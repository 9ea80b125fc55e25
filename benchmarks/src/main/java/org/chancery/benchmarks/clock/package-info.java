/** What the daily work of records takes, of many case folders of which some are due. */
package org.chancery.benchmarks.clock;
