/**
 * Append-only audit, durable queues and remembered answers over plain JDBC, for either host (design
 * § 7).
 *
 * <p>Owns: the tables {@code chancery_ledger_*}, {@code chancery_queue_*} and {@code
 * chancery_idempotency}; how an entry is encoded, coded and chained; the witness outside the
 * database; the verification of all of it.
 *
 * <p>Two kinds of data source are handed in. The <i>joined</i> one gives out connections of the
 * host's transaction in progress: nothing here commits, rolls back or changes them, and closing
 * them is left to mean whatever the host's proxy makes of it. The <i>own</i> one gives out
 * connections that belong to nobody else, for what commits at once: sealing, taking work,
 * verifying.
 */
package org.chancery.ledger;
