package org.chancery.core.matching;

/**
 * Two rows that are likely one person.
 *
 * @param first the row that came first, counted from 0
 * @param second the other
 * @param score 0 to 1
 * @param verdict merge or ask
 */
public record Pair(int first, int second, double score, Verdict verdict) {}
