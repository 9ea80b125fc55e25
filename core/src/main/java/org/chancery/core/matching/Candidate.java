package org.chancery.core.matching;

/**
 * Somebody known whom a new row may describe.
 *
 * @param id the known one's
 * @param comparison how likely, and why
 */
public record Candidate(String id, Comparison comparison) {}
