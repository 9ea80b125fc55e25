/**
 * Whether a package can be sent: as a bag, and by what the National Archives looks for on arrival.
 * Works anywhere, on any folder, without the server that wrote it.
 */
package org.chancery.archive.check;
