package org.chancery.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.chancery.model.QName;

/**
 * Which node stands above which, by the numbers that documents have in one state of the index. Made
 * anew when the index has changed, which takes a look at each node above and each below.
 */
final class FilesAbove {
  /** Nothing stands above, or it is not there. */
  static final int NONE = -1;

  private final int[] above;

  private FilesAbove(int[] above) {
    this.above = above;
  }

  /**
   * @param type of the nodes above
   */
  static FilesAbove of(IndexReader reader, QName type) throws IOException {
    Map<BytesRef, Integer> numbers = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      addNumbers(leaf, new Term(IndexFields.TYPE, type.toString()), numbers);
    }
    int[] above = new int[reader.maxDoc()];
    Arrays.fill(above, NONE);
    for (LeafReaderContext leaf : reader.leaves()) {
      point(leaf, numbers, above);
    }
    return new FilesAbove(above);
  }

  private static void addNumbers(LeafReaderContext leaf, Term type, Map<BytesRef, Integer> numbers)
      throws IOException {
    PostingsEnum documents = leaf.reader().postings(type, PostingsEnum.NONE);
    if (documents == null) {
      return;
    }
    Bits live = leaf.reader().getLiveDocs();
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexFields.ID);
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      if ((live == null || live.get(document)) && ids.advanceExact(document)) {
        numbers.put(BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue())), leaf.docBase + document);
      }
    }
  }

  private static void point(LeafReaderContext leaf, Map<BytesRef, Integer> numbers, int[] above)
      throws IOException {
    SortedDocValues named = DocValues.getSorted(leaf.reader(), IndexFields.ABOVE);
    if (named.getValueCount() == 0) {
      return;
    }
    int[] byOrder = new int[named.getValueCount()];
    TermsEnum each = named.termsEnum();
    for (BytesRef id = each.next(); id != null; id = each.next()) {
      byOrder[(int) each.ord()] = numbers.getOrDefault(id, NONE);
    }
    for (int document = named.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = named.nextDoc()) {
      above[leaf.docBase + document] = byOrder[named.ordValue()];
    }
  }

  /** The number of the node above a document of the whole index. */
  int of(int document) {
    return above[document];
  }
}
