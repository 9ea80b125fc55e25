/**
 * How long things are kept, and why (requirements R1, R3, R10): the file plan, the series applied
 * to folders, and the clock of each folder, which says from its activity when what falls due.
 */
package org.chancery.core.schedule;
