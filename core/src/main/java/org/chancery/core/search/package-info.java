/**
 * Finding things: the port to the full-text index and what is asked of it. Permission is part of
 * every query (requirement P4).
 */
package org.chancery.core.search;
