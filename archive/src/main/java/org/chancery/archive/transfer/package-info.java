/**
 * The package that goes to the National Archives: names that travel, NARA's metadata, the bag
 * around them, written in one pass and resumed after a kill. {@link
 * org.chancery.archive.transfer.PackageWriter} is where to begin.
 */
package org.chancery.archive.transfer;
