package org.chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.chancery.core.search.SearchResult.Count;

/**
 * Counts facet values while hits are collected, so that only what the query (permission included)
 * lets through is ever looked at. Values are counted by their number within a segment and named at
 * the end: facet fields have few values, and nothing has to be prepared when the index is
 * refreshed.
 */
final class FacetCounts
    implements CollectorManager<FacetCounts.Counting, Map<String, List<Count>>> {

  private final List<String> fields;
  private final int most;

  /**
   * @param most how many values of each field to return, the most frequent first
   */
  FacetCounts(List<String> fields, int most) {
    this.fields = List.copyOf(fields);
    this.most = most;
  }

  @Override
  public Counting newCollector() {
    return new Counting(fields);
  }

  @Override
  public Map<String, List<Count>> reduce(Collection<Counting> parts) throws IOException {
    Map<String, List<Count>> result = new LinkedHashMap<>();
    for (String field : fields) {
      Map<String, Long> totals = new HashMap<>();
      for (Counting part : parts) {
        part.addTo(totals, field);
      }
      result.put(
          field,
          totals.entrySet().stream()
              .map(entry -> new Count(entry.getKey(), entry.getValue()))
              .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value))
              .limit(most)
              .toList());
    }
    return result;
  }

  /** Counts of one field in one segment. */
  private record InSegment(String field, SortedSetDocValues values, int[] counts) {}

  /** The collector of one thread. */
  static final class Counting implements Collector {
    private final List<String> fields;
    private final List<InSegment> segments = new ArrayList<>();

    Counting(List<String> fields) {
      this.fields = fields;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      List<InSegment> here = new ArrayList<>();
      for (String field : fields) {
        SortedSetDocValues values =
            DocValues.getSortedSet(context.reader(), IndexFields.facet(field));
        if (values.getValueCount() > 0) {
          here.add(new InSegment(field, values, new int[(int) values.getValueCount()]));
        }
      }
      segments.addAll(here);
      InSegment[] counted = here.toArray(InSegment[]::new);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {
          // Counting needs no score.
        }

        @Override
        public void collect(int document) throws IOException {
          for (InSegment segment : counted) {
            if (segment.values().advanceExact(document)) {
              int values = segment.values().docValueCount();
              for (int i = 0; i < values; i++) {
                segment.counts()[(int) segment.values().nextOrd()]++;
              }
            }
          }
        }
      };
    }

    private void addTo(Map<String, Long> totals, String field) throws IOException {
      for (InSegment segment : segments) {
        if (segment.field().equals(field)) {
          for (int number = 0; number < segment.counts().length; number++) {
            if (segment.counts()[number] > 0) {
              totals.merge(
                  segment.values().lookupOrd(number).utf8ToString(),
                  (long) segment.counts()[number],
                  Long::sum);
            }
          }
        }
      }
    }
  }
}
