/**
 * Contact with stakeholders (requirements S4, S5): interactions, what was promised in them, events
 * and who attended.
 */
package org.chancery.core.outreach;
