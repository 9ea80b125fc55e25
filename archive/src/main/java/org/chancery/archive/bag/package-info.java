/**
 * BagIt bags as RFC 8493 has them: their rules, and whether a folder keeps to them. Everything in a
 * bag is taken for hostile: no path that a manifest names is ever opened, only what a walk of the
 * folder has found.
 */
package org.chancery.archive.bag;
