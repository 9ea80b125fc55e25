package org.chancery.benchmarks.stakeholders;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.chancery.core.repository.Caller;

/** All stakeholders that everyone may see, with their facets, by nothing but Lucene. */
final class BareCounts implements AutoCloseable {
  private static final int PAGE = 25;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final List<StringDocValuesReaderState> facets = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();
  private final Query query;

  BareCounts(Path index, List<String> facetFields) throws IOException {
    reader = DirectoryReader.open(FSDirectory.open(index));
    searcher = new IndexSearcher(reader);
    for (String field : facetFields) {
      // Lucene's own counting refuses fields that no document has.
      if (FieldInfos.getMergedFieldInfos(reader).fieldInfo("f/" + field) != null) {
        fields.add("f/" + field);
        facets.add(new StringDocValuesReaderState(reader, "f/" + field));
      }
    }
    query =
        new BooleanQuery.Builder()
            .add(
                new BooleanQuery.Builder()
                    .add(new TermQuery(new Term("type", "stk:person")), Occur.SHOULD)
                    .add(new TermQuery(new Term("type", "stk:organization")), Occur.SHOULD)
                    .build(),
                Occur.FILTER)
            .add(NumericDocValuesField.newSlowSetQuery("readers", readable()), Occur.FILTER)
            .build();
  }

  /** The numbers of the sets of readers that hold everyone, as the index's commit tells them. */
  private long[] readable() throws IOException {
    return reader.getIndexCommit().getUserData().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("readers."))
        .filter(
            entry ->
                Arrays.stream(entry.getValue().split(" "))
                    .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8))
                    .anyMatch(Caller.EVERYONE::equals))
        .mapToLong(entry -> Long.parseLong(entry.getKey().substring("readers.".length())))
        .toArray();
  }

  /** The first page with facets; the total. */
  long count() throws IOException {
    Object[] found =
        searcher.search(
            query,
            new MultiCollectorManager(
                new TopScoreDocCollectorManager(PAGE, Integer.MAX_VALUE),
                new FacetsCollectorManager()));
    for (int i = 0; i < facets.size(); i++) {
      new StringValueFacetCounts(facets.get(i), (FacetsCollector) found[1])
          .getTopChildren(10, fields.get(i));
    }
    return ((org.apache.lucene.search.TopDocs) found[0]).totalHits.value;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
