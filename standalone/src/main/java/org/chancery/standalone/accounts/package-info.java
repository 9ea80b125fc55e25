/**
 * Who may sign in on the standalone host, and as what: local accounts, passwords and lock-out,
 * sessions, the first administrator (requirements P1, P6, P7, P13).
 */
package org.chancery.standalone.accounts;
