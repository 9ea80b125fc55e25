/**
 * Owns the embedded PostgreSQL: unpacking its binaries, creating its data folder, running it as an
 * unprivileged user on loopback, stopping it, and finding what a killed server has left running.
 * Knows nothing of what is stored in it.
 */
package org.chancery.database;
