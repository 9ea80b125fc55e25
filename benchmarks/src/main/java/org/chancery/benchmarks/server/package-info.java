/** What a launched server is given and asked: a mixed day's mail, and questions over HTTP. */
package org.chancery.benchmarks.server;
