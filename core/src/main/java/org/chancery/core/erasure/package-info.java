/**
 * Erasing a person who asked for it (requirement S11): what names them is found and taken out in
 * one transaction, what that leaves is erased in the background and proved on paper, and a mark
 * that nobody can read back stops their being entered again.
 */
package org.chancery.core.erasure;
