/**
 * Before one reaches out (requirements S7 to S9): stakeholders found by any mix of what is known of
 * them, searches and lists that are kept and shared, where nobody and where several reach out, and
 * reports of it. Everything is answered by the index, within what the caller may see.
 */
package org.chancery.core.reach;
