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
 * Counts combinations of values of up to three fields, several such counts of the same documents in
 * one walk. Values are told apart by their number within a segment and named at the end, so that a
 * document costs a few additions: a map of the whole country is counted while somebody waits for
 * it.
 */
final class FieldCombinations
    implements CollectorManager<FieldCombinations.Counting, List<Tally.Result>> {
  private static final String SEPARATOR = "\0";

  /** The fields of each count. */
  private final List<List<String>> counts;

  /**
   * @param tallies ones that {@link #fit}
   */
  FieldCombinations(List<Tally> tallies) {
    counts = tallies.stream().map(FieldCombinations::fields).toList();
  }

  private static List<String> fields(Tally tally) {
    return tally.groups().stream().map(group -> ((Tally.ByField) group).field()).toList();
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
    return new Counting(counts);
  }

  @Override
  public List<Tally.Result> reduce(Collection<Counting> parts) throws IOException {
    List<Tally.Result> all = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      Map<String, Long> totals = new TreeMap<>();
      for (Counting part : parts) {
        part.addTo(totals, i);
      }
      all.add(result(totals));
    }
    return all;
  }

  private static Tally.Result result(Map<String, Long> totals) {
    Map<List<String>, Tally.Figures> rows = new LinkedHashMap<>();
    totals.forEach(
        (key, count) ->
            rows.put(List.of(key.split(SEPARATOR, -1)), new Tally.Figures(count, 0, 0, 0, 0)));
    return new Tally.Result(rows);
  }

  /** A field of one segment; a document's numbers, from 1 on, 0 alone when it has none. */
  private static final class Numbers {
    private final SortedSetDocValues values;
    private final long size;
    private int[] held = new int[4];
    private int count;

    Numbers(SortedSetDocValues values) {
      this.values = values;
      this.size = values.getValueCount() + 1;
    }

    long size() {
      return size;
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

  /** One count in one segment. */
  private static final class InSegment {
    /** So many combinations have a place each; more of them are few in any segment. */
    private static final long MOST_PLACES = 1 << 20;

    private final List<Numbers> fields;
    private final int[] places;
    private final Map<Long, int[]> others = new HashMap<>();

    InSegment(List<Numbers> fields) {
      this.fields = fields;
      long all = 1;
      for (Numbers field : fields) {
        all = Math.min(MOST_PLACES + 1, all * field.size());
      }
      places = new int[all > MOST_PLACES ? 0 : (int) all];
    }

    void count(int at, long above) {
      Numbers field = fields.get(at);
      boolean last = at == fields.size() - 1;
      for (int i = 0; i < field.count; i++) {
        long combination = above * field.size() + field.held[i];
        if (!last) {
          count(at + 1, combination);
        } else if (places.length > 0) {
          places[(int) combination]++;
        } else {
          others.computeIfAbsent(combination, any -> new int[1])[0]++;
        }
      }
    }

    void addTo(Map<String, Long> totals) throws IOException {
      for (int combination = 0; combination < places.length; combination++) {
        if (places[combination] > 0) {
          totals.merge(named(combination), (long) places[combination], Long::sum);
        }
      }
      for (Map.Entry<Long, int[]> other : others.entrySet()) {
        totals.merge(named(other.getKey()), (long) other.getValue()[0], Long::sum);
      }
    }

    private String named(long combination) throws IOException {
      String[] names = new String[fields.size()];
      long rest = combination;
      for (int i = fields.size() - 1; i >= 0; i--) {
        names[i] = fields.get(i).named((int) (rest % fields.get(i).size()));
        rest /= fields.get(i).size();
      }
      return String.join(SEPARATOR, names);
    }
  }

  /** The collector of one thread. */
  static final class Counting implements Collector {
    private final List<List<String>> counts;
    private final List<List<InSegment>> segments = new ArrayList<>();

    Counting(List<List<String>> counts) {
      this.counts = counts;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      Map<String, Numbers> fields = new LinkedHashMap<>();
      List<InSegment> here = new ArrayList<>();
      for (List<String> names : counts) {
        List<Numbers> its = new ArrayList<>();
        for (String name : names) {
          if (!fields.containsKey(name)) {
            fields.put(
                name,
                new Numbers(DocValues.getSortedSet(context.reader(), IndexFields.facet(name))));
          }
          its.add(fields.get(name));
        }
        here.add(new InSegment(its));
      }
      segments.add(here);
      return new InDocuments(fields.values().toArray(Numbers[]::new), here);
    }

    private void addTo(Map<String, Long> totals, int count) throws IOException {
      for (List<InSegment> segment : segments) {
        segment.get(count).addTo(totals);
      }
    }
  }

  /** Reads each field of a document once, for all counts. */
  private static final class InDocuments implements LeafCollector {
    private final Numbers[] fields;
    private final InSegment[] counts;

    InDocuments(Numbers[] fields, List<InSegment> counts) {
      this.fields = fields;
      this.counts = counts.toArray(InSegment[]::new);
    }

    @Override
    public void setScorer(Scorable scorer) {
      // Counting needs no score.
    }

    @Override
    public void collect(int document) throws IOException {
      for (Numbers field : fields) {
        field.read(document);
      }
      for (InSegment count : counts) {
        count.count(0, 0);
      }
    }
  }
}
