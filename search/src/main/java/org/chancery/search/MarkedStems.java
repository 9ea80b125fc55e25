package org.chancery.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * After each word as written, its stem, marked so that the two are never mistaken for each other;
 * stems that equal their word are left out. Expects every word twice: first as a keyword, then
 * stemmed.
 */
final class MarkedStems extends TokenFilter {

  /** Starts every stem in the index; no word contains it. */
  static final char MARK = '\u0001';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final StringBuilder written = new StringBuilder();

  MarkedStems(TokenStream input) {
    super(input);
  }

  /** The term under which a stem stands in the index. */
  static String marked(String stem) {
    return MARK + stem;
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (input.incrementToken()) {
      if (keyword.isKeyword()) {
        written.setLength(0);
        written.append(term);
        return true;
      }
      if (!term.toString().contentEquals(written)) {
        String stem = term.toString();
        term.setEmpty().append(MARK).append(stem);
        return true;
      }
    }
    return false;
  }
}
