/**
 * Worker processes: the protocol, the process that serves it, and the parent's side that starts,
 * watches, kills and replaces them. Everything that parses an untrusted file runs in a worker.
 */
package org.chancery.ocr.worker;
