/**
 * The domain wired together for a host. Owns nothing but the wiring; no other package may use it.
 */
package org.chancery.core;
