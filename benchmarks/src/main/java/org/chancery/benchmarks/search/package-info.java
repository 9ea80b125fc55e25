/**
 * How fast a search is, held against bare Lucene on the same index in the same run: {@link
 * org.chancery.benchmarks.search.SearchBenchmark}.
 */
package org.chancery.benchmarks.search;
