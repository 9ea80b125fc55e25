package org.chancery.search;

import java.util.Collection;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.Visibility;

/** What of the index someone may know of: every answer is decided within it. */
final class Visible {
  private Visible() {}

  /** Adds the clauses that let nothing through but what may be seen. */
  static void add(BooleanQuery.Builder all, ReaderSets readers, Visibility visibility) {
    if (!visibility.everything()) {
      all.add(
          NumericDocValuesField.newSlowSetQuery(
              IndexFields.READERS, readers.readableBy(visibility.authorities())),
          Occur.FILTER);
    }
    if (!visibility.masked().isEmpty()) {
      all.add(
          anyOf(IndexFields.LINEAGE, visibility.masked().stream().map(NodeId::value).toList()),
          Occur.MUST_NOT);
    }
  }

  /** What has one of the terms. */
  static Query anyOf(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }
}
