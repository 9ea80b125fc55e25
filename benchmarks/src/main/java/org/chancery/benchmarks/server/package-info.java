/** A server as its users have it: started by the launcher, asked over HTTP. */
package org.chancery.benchmarks.server;
