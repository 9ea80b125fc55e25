package org.chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.chancery.core.search.Tally;

/**
 * Counts combinations of values of up to three fields. Values are told apart by their number within
 * a segment and named at the end, so that a document costs a few additions: a map of the whole
 * country is counted while somebody waits for it.
 */
final class FieldCombinations
    implements CollectorManager<FieldCombinations.Counting, Tally.Result> {
  private static final String SEPARATOR = "\0";

  private final List<String> fields;

  /**
   * @param tally one that {@link #fit}s
   */
  FieldCombinations(Tally tally) {
    fields = tally.groups().stream().map(group -> ((Tally.ByField) group).field()).toList();
  }

  /** Whether it asks for nothing else. */
  static boolean fit(Tally tally) {
    return tally.days().isEmpty()
        && tally.above().isEmpty()
        && !tally.groups().isEmpty()
        && tally.groups().stream().allMatch(Tally.ByField.class::isInstance);
  }

  @Override
  public Counting newCollector() {
    return new Counting(fields);
  }

  @Override
  public Tally.Result reduce(Collection<Counting> parts) throws IOException {
    Map<String, Long> totals = new TreeMap<>();
    for (Counting part : parts) {
      part.addTo(totals);
    }
    Map<List<String>, Tally.Figures> rows = new LinkedHashMap<>();
    totals.forEach(
        (key, count) ->
            rows.put(List.of(key.split(SEPARATOR, -1)), new Tally.Figures(count, 0, 0, 0, 0)));
    return new Tally.Result(rows);
  }

  /** A field of one segment; a document's numbers, from 1 on, 0 alone when it has none. */
  private static final class Numbers {
    private final SortedSetDocValues values;
    private int[] held = new int[4];
    private int count;

    Numbers(SortedSetDocValues values) {
      this.values = values;
    }

    long size() {
      return values.getValueCount() + 1;
    }

    void read(int document) throws IOException {
      count = 1;
      held[0] = 0;
      if (values.advanceExact(document)) {
        count = values.docValueCount();
        if (count > held.length) {
          held = new int[count];
        }
        for (int i = 0; i < count; i++) {
          held[i] = (int) values.nextOrd() + 1;
        }
      }
    }

    String named(int number) throws IOException {
      return number == 0 ? "" : values.lookupOrd(number - 1).utf8ToString();
    }
  }

  /** What was counted in one segment. */
  private record InSegment(List<Numbers> fields, Map<Long, int[]> counts) {}

  /** The collector of one thread. */
  static final class Counting implements Collector {
    private final List<String> names;
    private final List<InSegment> segments = new ArrayList<>();

    Counting(List<String> names) {
      this.names = names;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      List<Numbers> fields = new ArrayList<>();
      for (String name : names) {
        fields.add(new Numbers(DocValues.getSortedSet(context.reader(), IndexFields.facet(name))));
      }
      Map<Long, int[]> counts = new HashMap<>();
      segments.add(new InSegment(fields, counts));
      int last = fields.size() - 1;
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {
          // Counting needs no score.
        }

        @Override
        public void collect(int document) throws IOException {
          for (Numbers field : fields) {
            field.read(document);
          }
          count(0, 0);
        }

        /** The combinations of all but the last field choose a row of counts of the last one. */
        private void count(int at, long above) {
          Numbers field = fields.get(at);
          if (at == last) {
            int[] row = counts.computeIfAbsent(above, any -> new int[(int) field.size()]);
            for (int i = 0; i < field.count; i++) {
              row[field.held[i]]++;
            }
          } else {
            for (int i = 0; i < field.count; i++) {
              count(at + 1, above * field.size() + field.held[i]);
            }
          }
        }
      };
    }

    private void addTo(Map<String, Long> totals) throws IOException {
      for (InSegment segment : segments) {
        for (Map.Entry<Long, int[]> row : segment.counts().entrySet()) {
          String above = above(segment.fields(), row.getKey());
          Numbers field = segment.fields().get(segment.fields().size() - 1);
          for (int number = 0; number < row.getValue().length; number++) {
            int count = row.getValue()[number];
            if (count > 0) {
              totals.merge(above + field.named(number), (long) count, Long::sum);
            }
          }
        }
      }
    }

    private static String above(List<Numbers> fields, long combination) throws IOException {
      StringBuilder text = new StringBuilder();
      long rest = combination;
      for (int i = fields.size() - 2; i >= 0; i--) {
        long size = fields.get(i).size();
        text.insert(0, fields.get(i).named((int) (rest % size)) + SEPARATOR);
        rest /= size;
      }
      return text.toString();
    }
  }
}
