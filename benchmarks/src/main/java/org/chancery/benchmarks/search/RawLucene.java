package org.chancery.benchmarks.search;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;

/**
 * The baseline: the least that Lucene has to do on the same files for words in the text, the same
 * permission filter, the same facets, an exact total and the stored title and path of the first
 * page. No snippets, no title boost, no stems.
 */
final class RawLucene implements AutoCloseable {

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final UnifiedHighlighter highlighter;
  private final Map<String, String> commit;
  private final List<StringDocValuesReaderState> facets;
  private final List<String> facetFields;

  RawLucene(Path index, List<String> facetFields) throws IOException {
    reader = DirectoryReader.open(FSDirectory.open(index));
    searcher = new IndexSearcher(reader);
    highlighter = UnifiedHighlighter.builder(searcher, new StandardAnalyzer()).build();
    commit = reader.getIndexCommit().getUserData();
    this.facetFields = new ArrayList<>();
    for (String field : facetFields) {
      // Lucene's own counting refuses fields that no document has.
      if (FieldInfos.getMergedFieldInfos(reader).fieldInfo("f/" + field) != null) {
        this.facetFields.add("f/" + field);
      }
    }
    List<StringDocValuesReaderState> states = new ArrayList<>();
    for (String field : this.facetFields) {
      states.add(new StringDocValuesReaderState(reader, field));
    }
    facets = states;
  }

  /** How many documents the index holds. */
  int size() {
    return reader.numDocs();
  }

  /**
   * The total; the rest is read and dropped.
   *
   * @param page whether to read the first page, too
   */
  long search(String text, Set<String> authorities, int limit, boolean page) throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(words(text), Occur.MUST)
            .add(
                NumericDocValuesField.newSlowSetQuery("readers", readable(authorities)),
                Occur.FILTER)
            .build();
    Object[] found =
        searcher.search(
            query,
            new MultiCollectorManager(
                new TopScoreDocCollectorManager(limit, Integer.MAX_VALUE),
                new FacetsCollectorManager()));
    TopDocs best = (TopDocs) found[0];
    for (StringDocValuesReaderState state : facets) {
      new StringValueFacetCounts(state, (FacetsCollector) found[1])
          .getTopChildren(10, facetFields.get(facets.indexOf(state)));
    }
    if (page) {
      highlighter.highlight("text", words(text), best, 1);
      for (ScoreDoc hit : best.scoreDocs) {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
        for (String field : List.of("shownTitle", "shownPath")) {
          BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
          if (values.advanceExact(hit.doc - leaf.docBase)) {
            values.binaryValue().utf8ToString();
          }
        }
      }
    }
    return best.totalHits.value;
  }

  private static Query words(String text) {
    String[] words = text.replace("\"", "").split(" ");
    if (text.startsWith("\"")) {
      return new PhraseQuery("text", words);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : words) {
      all.add(new TermQuery(new Term("text", word)), Occur.MUST);
    }
    return all.build();
  }

  /** The numbers of the reader sets, as the index's commit tells them. */
  private long[] readable(Set<String> authorities) {
    return commit.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("readers."))
        .filter(
            entry ->
                Arrays.stream(entry.getValue().split(" "))
                    .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8))
                    .anyMatch(authorities::contains))
        .mapToLong(entry -> Long.parseLong(entry.getKey().substring("readers.".length())))
        .toArray();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
