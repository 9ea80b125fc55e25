package org.chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/** Values of a facet field in one segment, by document; each is read from the index once. */
final class FieldValues {
  private static final List<String> NONE = List.of("");

  private final SortedSetDocValues values;
  private final List<List<String>> known;

  private FieldValues(SortedSetDocValues values) {
    this.values = values;
    this.known = new ArrayList<>(Collections.nCopies((int) values.getValueCount(), null));
  }

  static FieldValues of(LeafReader reader, String field) throws IOException {
    return new FieldValues(DocValues.getSortedSet(reader, IndexFields.facet(field)));
  }

  /** The document's values; the empty text alone when it has none. */
  List<String> of(int document) throws IOException {
    if (!values.advanceExact(document)) {
      return NONE;
    }
    int count = values.docValueCount();
    if (count == 1) {
      return one((int) values.nextOrd());
    }
    List<String> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.addAll(one((int) values.nextOrd()));
    }
    return all;
  }

  private List<String> one(int number) throws IOException {
    List<String> value = known.get(number);
    if (value == null) {
      value = List.of(values.lookupOrd(number).utf8ToString());
      known.set(number, value);
    }
    return value;
  }
}
