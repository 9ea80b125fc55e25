/**
 * Destroying what a disposition ended (requirement R6): a removed folder's words are nowhere any
 * more. Removing is one transaction; erasing what it leaves comes after it, is noted durably, and
 * goes on after every interruption.
 */
package org.chancery.core.destruction;
