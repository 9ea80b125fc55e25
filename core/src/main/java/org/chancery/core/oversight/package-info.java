/**
 * The integrity report as it is made every day and kept with its proof (requirement C14): the
 * report as a document, its hash and its numbers in a row of the ledger.
 */
package org.chancery.core.oversight;
