/**
 * Made-up rows of people of which it is known who is who: what matching is measured with, and what
 * imports are fed with. Owns the names, places and organizations, what goes wrong in writing them,
 * the rule by which a pair can be told at all, and the scoring of an answer. Knows nothing of any
 * matching.
 */
package org.chancery.benchmarks.labelled;
