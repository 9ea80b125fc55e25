/**
 * Declared records (requirements R4 and R9): declaring, and the rule that nothing declared is
 * changed, moved or deleted, for whatever host and by whatever route of ours.
 */
package org.chancery.core.records;
