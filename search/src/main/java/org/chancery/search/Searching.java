package org.chancery.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.SearchProgress;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.SearchResult.Count;
import org.chancery.core.search.SearchResult.Hit;
import org.chancery.core.search.Visibility;
import org.chancery.model.QName;

/** Answers one query on one state of the index. */
final class Searching {

  private static final int MOST_HITS = 200;
  private static final int MOST_FACET_VALUES = 10;

  /** So many words of a text are searched when all of it would be too much for one query. */
  private static final int FEWER_WORDS = 16;

  private final TextQueries queries;
  private final Conditions conditions;
  private final EnglishText english;
  private final ReaderSets readers;

  Searching(TextQueries queries, Conditions conditions, EnglishText english, ReaderSets readers) {
    this.queries = queries;
    this.conditions = conditions;
    this.english = english;
    this.readers = readers;
  }

  /** As {@link org.chancery.core.search.SearchIndex#search} promises. */
  SearchResult search(
      IndexSearcher searcher, SearchQuery query, Visibility visibility, SearchProgress progress)
      throws IOException {
    check(query);
    Sort order = HitOrder.named(query.sort());
    Optional<PageCursor> cursor =
        query.cursor().map(text -> PageCursor.decode(text, query, order.getSort()));
    Answering answering =
        new Answering(searcher, query, filter(query, visibility), order, cursor, progress);
    Expression asked = QueryText.parse(query.text(), queries::known);
    Expression alike = Likeness.of(asked);
    progress.understood();
    try {
      if (cursor.isPresent()) {
        boolean approximate = cursor.get().approximate();
        return answering.to(approximate ? alike : asked, approximate);
      }
      SearchResult exact = answering.to(asked, false);
      if (exact.total() > 0 || alike.equals(asked)) {
        return exact;
      }
      SearchResult approximate = answering.to(alike, true);
      return approximate.total() > 0 ? approximate : exact;
    } catch (IndexSearcher.TooManyClauses e) {
      return answering.to(QueryText.plain(query.text(), FEWER_WORDS), false);
    }
  }

  private void check(SearchQuery query) {
    if (query.limit() < 1 || query.limit() > MOST_HITS) {
      throw new IllegalArgumentException("The limit must lie between 1 and " + MOST_HITS);
    }
    checkFacets(query.facets());
    checkFacets(query.filters().keySet());
    conditions.check(query.conditions());
  }

  private static void checkFacets(Collection<String> fields) {
    for (String field : fields) {
      if (!FacetFields.ALL.contains(field)) {
        throw new IllegalArgumentException("Unknown facet field: '" + field + "'");
      }
    }
  }

  /** Everything but the text: what may be seen, and what was narrowed down to. */
  private Query filter(SearchQuery query, Visibility visibility) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(new MatchAllDocsQuery(), Occur.FILTER);
    Visible.add(all, readers, visibility);
    if (!query.types().isEmpty()) {
      all.add(
          Visible.anyOf(IndexFields.TYPE, query.types().stream().map(QName::toString).toList()),
          Occur.FILTER);
    }
    query
        .within()
        .ifPresent(
            top -> {
              all.add(new TermQuery(new Term(IndexFields.LINEAGE, top.value())), Occur.FILTER);
              all.add(new TermQuery(new Term(IndexFields.ID, top.value())), Occur.MUST_NOT);
            });
    query
        .filters()
        .forEach(
            (field, values) ->
                all.add(Visible.anyOf(IndexFields.facet(field), values), Occur.FILTER));
    conditions.add(all, query.conditions());
    if (query.from().isPresent() || query.to().isPresent()) {
      all.add(
          LongPoint.newRangeQuery(
              IndexFields.DATE,
              query.from().map(day -> Moments.of(day).first()).orElse(Long.MIN_VALUE),
              query.to().map(day -> Moments.of(day).last()).orElse(Long.MAX_VALUE)),
          Occur.FILTER);
    }
    return all.build();
  }

  /** One query's unchanging parts, answered for one reading of its text or another. */
  private final class Answering {
    private final IndexSearcher searcher;
    private final SearchQuery query;
    private final Query filter;
    private final Sort order;
    private final Optional<PageCursor> cursor;
    private final SearchProgress told;

    Answering(
        IndexSearcher searcher,
        SearchQuery query,
        Query filter,
        Sort order,
        Optional<PageCursor> cursor,
        SearchProgress told) {
      this.told = told;
      this.searcher = searcher;
      this.query = query;
      this.filter = filter;
      this.order = order;
      this.cursor = cursor;
    }

    SearchResult to(Expression expression, boolean approximate) throws IOException {
      Query text = orAlso(queries.of(expression));
      Query whole =
          new BooleanQuery.Builder().add(text, Occur.MUST).add(filter, Occur.FILTER).build();
      FieldDoc after = cursor.map(PageCursor::last).orElse(null);
      // One hit more than asked for tells whether there is another page.
      CollectorManager<?, TopFieldDocs> best =
          new TopFieldCollectorManager(order, query.limit() + 1, after, Integer.MAX_VALUE);
      TopFieldDocs found;
      Map<String, List<Count>> facets = Map.of();
      if (query.facets().isEmpty()) {
        found = searcher.search(whole, best);
      } else {
        Object[] both =
            searcher.search(
                whole,
                new MultiCollectorManager(
                    best, new FacetCounts(query.facets(), MOST_FACET_VALUES)));
        found = (TopFieldDocs) both[0];
        facets = facets(both[1]);
      }
      boolean more = found.scoreDocs.length > query.limit();
      int count = Math.min(found.scoreDocs.length, query.limit());
      Optional<String> next =
          more
              ? Optional.of(
                  new PageCursor((FieldDoc) found.scoreDocs[count - 1], approximate).encode(query))
              : Optional.empty();
      return new SearchResult(
          found.totalHits.value,
          hits(expression, found.scoreDocs, count),
          facets,
          next,
          approximate);
    }

    private Query orAlso(Query text) {
      if (query.also().isEmpty()) {
        return text;
      }
      Query these =
          Visible.anyOf(IndexFields.ID, query.also().stream().map(NodeId::value).toList());
      return new BooleanQuery.Builder().add(text, Occur.SHOULD).add(these, Occur.SHOULD).build();
    }

    @SuppressWarnings("unchecked") // What FacetCounts returns; the collector of several erases it.
    private static Map<String, List<Count>> facets(Object counted) {
      return (Map<String, List<Count>>) counted;
    }

    private List<Hit> hits(Expression expression, ScoreDoc[] found, int count) throws IOException {
      int[] documents = new int[count];
      List<NodeId> ids = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        documents[i] = found[i].doc;
        Object[] order = ((FieldDoc) found[i]).fields;
        ids.add(NodeId.of(((BytesRef) order[order.length - 1]).utf8ToString()));
      }
      if (count > 0) {
        told.found(List.copyOf(ids));
      }
      Optional<Query> marked = queries.inText(expression);
      Snippets.Snippet[] snippets =
          marked.isEmpty()
              ? new Snippets.Snippet[count]
              : new Snippets(searcher, english).of(marked.get(), documents);
      List<Hit> hits = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        hits.add(
            new Hit(
                ids.get(i),
                QName.of(shown(IndexFields.OWN_TYPE, documents[i])),
                shown(IndexFields.SHOWN_TITLE, documents[i]),
                shown(IndexFields.SHOWN_PATH, documents[i]),
                snippets[i] == null ? "" : snippets[i].html(),
                snippets[i] == null ? 0 : snippets[i].page()));
      }
      return List.copyOf(hits);
    }

    private String shown(String field, int document) throws IOException {
      List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
      BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
      return values.advanceExact(document - leaf.docBase)
          ? values.binaryValue().utf8ToString()
          : "";
    }
  }
}
