/**
 * How the suite reaches a host: a server process of its own, or any other one named by {@code
 * -Dchancery.url}.
 */
package org.chancery.acceptance.host;
