/** How long people wait for their desks, in an office with a hundred thousand case files. */
package org.chancery.benchmarks.desk;
