/**
 * Who people are and what they may do: roles, capabilities, the affirmation of responsibilities,
 * how programs sign in, access lists of intake folders, case folders and case files, locking
 * (requirements P1, P3, P6, P15).
 */
package org.chancery.core.access;
