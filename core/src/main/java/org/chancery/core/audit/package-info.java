/**
 * Who did what to what, when, with what outcome: the domain's side of the ledger (requirement P8).
 * Owns the vocabulary of actions.
 */
package org.chancery.core.audit;
