package org.chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** What the documents of one state of the index have from the nodes above them that count. */
final class ValuesAbove {
  private final FilesAbove above;
  private final int[] values;
  private final List<List<String>> lists;

  private ValuesAbove(FilesAbove above, int[] values, List<List<String>> lists) {
    this.above = above;
    this.values = values;
    this.lists = lists;
  }

  /** The values; null when nothing above the document counts. */
  List<String> of(int document) {
    int node = above.of(document);
    return node == FilesAbove.NONE || values[node] < 0 ? null : lists.get(values[node]);
  }

  /** Collects the nodes that count, with their values of one field. */
  record Collecting(FilesAbove above, int documents, Optional<String> field)
      implements CollectorManager<Collecting.Part, ValuesAbove> {

    @Override
    public Part newCollector() {
      return new Part(field);
    }

    @Override
    public ValuesAbove reduce(Collection<Part> parts) {
      Map<List<String>, Integer> numbers = new HashMap<>();
      List<List<String>> lists = new ArrayList<>();
      int[] values = new int[documents];
      Arrays.fill(values, -1);
      for (Part part : parts) {
        for (int i = 0; i < part.count; i++) {
          List<String> list = part.found.get(i);
          values[part.documents[i]] =
              numbers.computeIfAbsent(
                  list,
                  fresh -> {
                    lists.add(fresh);
                    return lists.size() - 1;
                  });
        }
      }
      return new ValuesAbove(above, values, lists);
    }

    /** The collector of one thread. */
    static final class Part implements Collector {
      private final Optional<String> field;
      private int[] documents = new int[64];
      private final List<List<String>> found = new ArrayList<>();
      private int count;

      Part(Optional<String> field) {
        this.field = field;
      }

      @Override
      public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
      }

      @Override
      public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        FieldValues values =
            field.isPresent() ? FieldValues.of(context.reader(), field.get()) : null;
        return new LeafCollector() {
          @Override
          public void setScorer(Scorable scorer) {
            // Counting needs no score.
          }

          @Override
          public void collect(int document) throws IOException {
            if (count == documents.length) {
              documents = Arrays.copyOf(documents, count * 2);
            }
            documents[count++] = context.docBase + document;
            found.add(values == null ? List.of() : values.of(document));
          }
        };
      }
    }
  }
}
