package org.chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;

/** What a document of one segment has from the node above it that counts. */
final class ValuesAbove {
  private final SortedDocValues above;
  private final Map<String, List<String>> byId;
  private final List<List<String>> known;
  private final boolean[] asked;

  /**
   * @param byId the nodes that count
   */
  ValuesAbove(LeafReader reader, Map<String, List<String>> byId) throws IOException {
    this.above = DocValues.getSorted(reader, IndexFields.ABOVE);
    this.byId = byId;
    this.known = new ArrayList<>(Collections.nCopies(above.getValueCount(), null));
    this.asked = new boolean[known.size()];
  }

  /** The values; null when nothing above it counts. */
  List<String> of(int document) throws IOException {
    if (!above.advanceExact(document)) {
      return null;
    }
    int number = above.ordValue();
    if (!asked[number]) {
      asked[number] = true;
      known.set(number, byId.get(above.lookupOrd(number).utf8ToString()));
    }
    return known.get(number);
  }
}
