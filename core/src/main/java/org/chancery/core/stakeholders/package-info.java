/**
 * People and organizations the department deals with (requirements S1, S2, S10, S13, S14): who they
 * are, where they belong, who answers for them, and what follows from the contact there was.
 */
package org.chancery.core.stakeholders;
