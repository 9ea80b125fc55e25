/**
 * The full-text index on Lucene, for either host. {@link org.chancery.search.LuceneSearchIndex} is
 * all that others see; nothing outside this package knows of Lucene.
 *
 * <p>Two rules run through it. Permission is a filter inside the query, so that totals, facets,
 * snippets and hits are decided together (requirement P4). And a hit's score depends on that one
 * node and the query alone, never on how often a word occurs elsewhere: otherwise the order of what
 * one may read would tell of what one may not, and pages would shift while others write.
 */
package org.chancery.search;
