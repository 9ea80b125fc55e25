package org.chancery.search;

import java.io.IOException;
import java.text.BreakIterator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Cuts the best passage out of a hit's text and tells the page it stands on. */
final class Snippets extends UnifiedHighlighter {

  /** What stands between two pages of a text. */
  static final char PAGE_BREAK = MULTIVAL_SEP_CHAR;

  /** Characters a snippet has, more or less. */
  private static final int LENGTH = 200;

  /** Characters of a sentence that are shown at most. */
  private static final int LONGEST = 400;

  Snippets(IndexSearcher searcher, Analyzer analyzer) {
    super(
        builder(searcher, analyzer)
            .withMaxLength(Integer.MAX_VALUE - 1)
            .withMaxNoHighlightPassages(0)
            .withWeightMatches(false)
            .withBreakIterator(Snippets::sentences)
            .withFormatter(new AsSnippet()));
  }

  private static BreakIterator sentences() {
    return LengthGoalBreakIterator.createClosestToLength(new Sentences(), LENGTH, 0.5f);
  }

  /** One segment's word for the field: merging all segments' lists of all fields takes longer. */
  @Override
  protected FieldInfo getFieldInfo(String field) {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FieldInfo found = leaf.reader().getFieldInfos().fieldInfo(field);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * The best passage of each document.
   *
   * @param documents Lucene's numbers of documents that the query has returned; no other is opened
   * @return in the same order, null where the text does not hold what matched
   */
  Snippet[] of(Query query, int[] documents) throws IOException {
    Object[] found =
        highlightFieldsAsObjects(new String[] {IndexFields.TEXT}, query, documents, new int[] {1})
            .get(IndexFields.TEXT);
    Snippet[] snippets = new Snippet[documents.length];
    for (int i = 0; i < documents.length; i++) {
      snippets[i] = (Snippet) found[i];
    }
    return snippets;
  }

  /**
   * A passage.
   *
   * @param html escaped, matched words in {@code <mark>}
   * @param page from 1
   */
  record Snippet(String html, int page) {}

  private static final class AsSnippet extends PassageFormatter {
    @Override
    public Snippet format(Passage[] passages, String content) {
      if (passages.length == 0 || passages[0].getNumMatches() == 0) {
        return null;
      }
      Passage best = passages[0];
      StringBuilder html = new StringBuilder();
      int at = from(best, content);
      int last = to(best, content, at);
      for (int i = 0; i < best.getNumMatches(); i++) {
        int start = Math.max(at, best.getMatchStarts()[i]);
        int end = Math.min(last, best.getMatchEnds()[i]);
        if (end > start) {
          escape(html, content, at, start);
          html.append("<mark>");
          escape(html, content, start, end);
          html.append("</mark>");
          at = end;
        }
      }
      escape(html, content, at, last);
      return new Snippet(html.toString().strip(), pageAt(content, best.getMatchStarts()[0]));
    }

    /**
     * A form or a table is one long sentence; its words before the first one found are left out.
     */
    private static int from(Passage passage, String content) {
      int from = passage.getMatchStarts()[0] - LENGTH / 2;
      if (passage.getLength() <= LONGEST || from <= passage.getStartOffset()) {
        return passage.getStartOffset();
      }
      while (from < passage.getMatchStarts()[0]
          && !Character.isWhitespace(content.charAt(from - 1))) {
        from++;
      }
      return from;
    }

    private static int to(Passage passage, String content, int from) {
      int to = from + LONGEST;
      if (to >= passage.getEndOffset()) {
        return passage.getEndOffset();
      }
      while (to > passage.getMatchEnds()[0] && !Character.isWhitespace(content.charAt(to))) {
        to--;
      }
      return to;
    }

    /** White space and control characters in a row become one space. */
    private static void escape(StringBuilder html, String content, int from, int to) {
      for (int i = from; i < to; i++) {
        char character = content.charAt(i);
        if (isBlank(character)) {
          if (html.isEmpty() || html.charAt(html.length() - 1) != ' ') {
            html.append(' ');
          }
          continue;
        }
        switch (character) {
          case '<' -> html.append("&lt;");
          case '>' -> html.append("&gt;");
          case '&' -> html.append("&amp;");
          case '"' -> html.append("&quot;");
          case '\'' -> html.append("&#39;");
          default -> html.append(character);
        }
      }
    }

    private static boolean isBlank(char character) {
      return Character.isWhitespace(character) || Character.isISOControl(character);
    }

    private static int pageAt(String content, int position) {
      int page = 1;
      for (int i = 0; i < position; i++) {
        if (content.charAt(i) == PAGE_BREAK) {
          page++;
        }
      }
      return page;
    }
  }
}
