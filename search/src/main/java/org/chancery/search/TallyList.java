package org.chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.Tally;

/** Lists some of what a tally counts, by a date: keeps no more than is asked for. */
final class TallyList implements CollectorManager<TallyList.Part, Tally.Listed> {
  private static final Comparator<Found> EARLIEST =
      Comparator.comparingLong(Found::at).thenComparing(Found::id);

  private final String column;
  private final Optional<ValuesAbove> above;
  private final int from;
  private final int limit;

  /**
   * @param column of the date
   * @param above the nodes above that count
   */
  TallyList(String column, Optional<ValuesAbove> above, int from, int limit) {
    this.column = column;
    this.above = above;
    this.from = from;
    this.limit = limit;
  }

  private record Found(long at, String id) {}

  @Override
  public Part newCollector() {
    return new Part();
  }

  @Override
  public Tally.Listed reduce(Collection<Part> parts) {
    List<Found> all = new ArrayList<>();
    long total = 0;
    for (Part part : parts) {
      all.addAll(part.kept);
      total += part.count;
    }
    all.sort(EARLIEST);
    return new Tally.Listed(
        all.stream().skip(from).limit(limit).map(each -> NodeId.of(each.id())).toList(), total);
  }

  /** The collector of one thread. */
  final class Part implements Collector {
    /** The latest first: what goes when there are too many. */
    private final PriorityQueue<Found> kept = new PriorityQueue<>(EARLIEST.reversed());

    private long count;

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      NumericDocValues dates = DocValues.getNumeric(context.reader(), column);
      SortedDocValues ids = DocValues.getSorted(context.reader(), IndexFields.ID);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {
          // Listing needs no score.
        }

        @Override
        public void collect(int document) throws IOException {
          if (above.isPresent() && above.get().of(context.docBase + document) == null) {
            return;
          }
          count++;
          long at = dates.advanceExact(document) ? dates.longValue() : Long.MAX_VALUE;
          if (kept.size() == from + limit && kept.peek().at() < at) {
            return;
          }
          if (ids.advanceExact(document)) {
            kept.add(new Found(at, ids.lookupOrd(ids.ordValue()).utf8ToString()));
            if (kept.size() > from + limit) {
              kept.poll();
            }
          }
        }
      };
    }
  }
}
