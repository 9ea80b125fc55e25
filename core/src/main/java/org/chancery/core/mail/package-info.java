/**
 * Mail: the host's way to send it, addresses, and what waits to be sent until it was. Knows nothing
 * of what is sent.
 */
package org.chancery.core.mail;
