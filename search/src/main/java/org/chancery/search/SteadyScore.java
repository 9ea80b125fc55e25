package org.chancery.search;

import java.util.Map;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25 without the statistics of the collection. A word's rarity and the usual length of a field
 * are constants here, so that a node's score depends on that node and the query alone: the order of
 * hits cannot tell how often a word occurs in what the caller may not read, and a later page
 * continues exactly where the earlier one ended while other nodes come and go.
 */
final class SteadyScore extends BM25Similarity {

  /** Words a field usually has. */
  private static final Map<String, Float> USUAL_LENGTH =
      Map.of(IndexFields.TEXT, 250f, IndexFields.TITLE, 6f, IndexFields.PROPERTIES, 30f);

  @Override
  protected float idf(long documentsWithWord, long documents) {
    return 1;
  }

  @Override
  protected float avgFieldLength(CollectionStatistics statistics) {
    return USUAL_LENGTH.getOrDefault(statistics.field(), 10f);
  }

  /**
   * What stands in for a word's rarity: function words count little, long words and numbers more
   * than short words.
   */
  static float weight(String word) {
    if (EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word)) {
      return 0.05f;
    }
    boolean number = word.chars().anyMatch(Character::isDigit);
    return 0.4f + 0.05f * Math.min(12, word.length()) + (number ? 0.3f : 0);
  }
}
