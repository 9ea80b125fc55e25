package org.chancery.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.core.search.SearchIndex;
import org.chancery.core.search.SearchProgress;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.SearchResult;
import org.chancery.core.search.Tally;
import org.chancery.core.search.Visibility;
import org.chancery.model.ClassDefinition;
import org.chancery.model.ContentModel;

/**
 * The index, in a directory of its own. One process uses it at a time. One thread may write ({@link
 * #apply}, {@link #applyReaders}, {@link #refresh}, {@link #commit}) while any number search.
 */
public final class LuceneSearchIndex implements SearchIndex {

  private final OpenIndex open;
  private final EntryDocuments documents;
  private final Searching searching;
  private final Tallying tallying;

  private LuceneSearchIndex(OpenIndex open, SearchableProperties properties) {
    this.open = open;
    this.documents = new EntryDocuments(properties, open.readers());
    TextQueries queries = new TextQueries(open.english(), properties);
    Conditions conditions = new Conditions(properties, queries);
    this.searching = new Searching(queries, conditions, open.english(), open.readers());
    this.tallying = new Tallying(conditions, open.readers());
  }

  /**
   * Opens the index in the directory, which is created when missing. An index that cannot be read,
   * or was written for another form of the index or of the model, is emptied: {@link
   * #committedPosition} is then empty and whoever follows the feed fills it again.
   *
   * @param directory holds nothing but the index
   * @param model says how properties are searched
   * @throws UncheckedIOException when the directory cannot be written, or another process has it
   *     open
   */
  public static LuceneSearchIndex open(Path directory, ContentModel model) {
    SearchableProperties properties =
        new SearchableProperties(
            model.classes().stream()
                .map(ClassDefinition::properties)
                .flatMap(List::stream)
                .toList());
    try {
      return new LuceneSearchIndex(OpenIndex.at(directory, properties.fingerprint()), properties);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open the search index in " + directory, e);
    }
  }

  @Override
  public void apply(List<IndexEntry> entries, Collection<NodeId> removed) {
    writing(
        writer -> {
          for (NodeId gone : removed) {
            writer.deleteDocuments(new Term(IndexFields.LINEAGE, gone.value()));
          }
          for (IndexEntry entry : entries) {
            writer.updateDocument(
                new Term(IndexFields.ID, entry.id().value()), documents.of(entry));
          }
        });
  }

  @Override
  public void applyReaders(NodeId id, Collection<String> readers) {
    writing(
        writer -> {
          // Lucene refuses to update a column that no document has brought yet.
          if (writer.getFieldNames().contains(IndexFields.READERS)) {
            writer.updateNumericDocValue(
                new Term(IndexFields.ID, id.value()),
                IndexFields.READERS,
                open.readers().number(readers));
          }
        });
  }

  @Override
  public void refresh() {
    writing(writer -> open.searchers().maybeRefreshBlocking());
  }

  @Override
  public void commit(String feedPosition) {
    writing(writer -> open.commit(feedPosition));
  }

  @Override
  public List<String> expunge(String feedPosition) {
    List<String> still = new ArrayList<>();
    writing(writer -> still.addAll(open.expunge(feedPosition)));
    return still;
  }

  @Override
  public String committedPosition() {
    return open.committedPosition();
  }

  @Override
  public SearchResult search(SearchQuery query, Visibility visibility, SearchProgress progress) {
    return reading(searcher -> searching.search(searcher, query, visibility, progress));
  }

  @Override
  public Tally.Result tally(Tally tally, Visibility visibility) {
    return reading(searcher -> tallying.tally(searcher, tally, visibility));
  }

  @Override
  public List<Tally.Result> tallies(List<Tally> asked, Visibility visibility) {
    return reading(searcher -> tallying.tallies(searcher, asked, visibility));
  }

  @Override
  public Tally.Listed listed(Tally tally, String by, int from, int limit, Visibility visibility) {
    return reading(searcher -> tallying.listed(searcher, tally, by, from, limit, visibility));
  }

  @Override
  public long size() {
    return reading(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  @Override
  public List<NodeId> held(Optional<NodeId> after, int limit) {
    return reading(
        searcher -> {
          List<NodeId> found = new ArrayList<>();
          Terms ids = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.ID);
          if (ids == null) {
            return found;
          }
          TermsEnum each = ids.iterator();
          BytesRef start = new BytesRef(after.map(NodeId::value).orElse(""));
          boolean more = each.seekCeil(start) != TermsEnum.SeekStatus.END;
          while (more && found.size() < limit) {
            // Terms of deleted documents stay until segments are merged.
            boolean first = after.isPresent() && each.term().equals(start);
            if (!first && isLive(searcher, each.term())) {
              found.add(NodeId.of(each.term().utf8ToString()));
            }
            more = each.next() != null;
          }
          return found;
        });
  }

  @Override
  public boolean holds(NodeId id) {
    return reading(searcher -> isLive(searcher, new BytesRef(id.value())));
  }

  private static boolean isLive(IndexSearcher searcher, BytesRef id) throws IOException {
    return searcher.count(new TermQuery(new Term(IndexFields.ID, BytesRef.deepCopyOf(id)))) > 0;
  }

  /** Closes without committing: what was not committed comes again from the feed. */
  @Override
  public void close() {
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Closing the search index failed", e);
    }
  }

  private void writing(Writing work) {
    try {
      work.on(open.writer());
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to the search index failed", e);
    }
  }

  private <T> T reading(Reading<T> work) {
    try {
      SearcherManager searchers = open.searchers();
      IndexSearcher searcher = searchers.acquire();
      try {
        return work.on(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the search index failed", e);
    }
  }

  private interface Writing {
    void on(IndexWriter writer) throws IOException;
  }

  private interface Reading<T> {
    T on(IndexSearcher searcher) throws IOException;
  }
}
