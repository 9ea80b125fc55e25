/** How long the office's figures take to count. */
package org.chancery.benchmarks.metrics;
