package org.chancery.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * How text becomes words: lower case, accents folded, possessive {@code 's} dropped, words that
 * were broken with a hyphen at the end of a line joined, underscores and a file name's point
 * parting words. Each word is kept as written and, where its stem differs, as a {@linkplain
 * MarkedStems marked} stem at the same position: an exact phrase sees only words as written, a
 * plain word sees both.
 */
final class EnglishText extends Analyzer {

  /** Between the values (pages) of a field, so that no phrase reaches from one into the next. */
  private static final int GAP = 100;

  /** "commu-⏎nication" is one word; a number broken after a hyphen keeps it. */
  private static final Pattern BROKEN_WORD =
      Pattern.compile("(\\p{L})[-\u00AD]\\s*\\R\\s*(\\p{Ll})");

  /** A file's name and its ending are two words; an abbreviation and a number keep their points. */
  private static final Pattern ENDING = Pattern.compile("([\\p{L}\\p{N}]{2})\\.(?=\\p{L}{2})");

  private static final NormalizeCharMap UNDERSCORE_PARTS = underscoreParts();

  private static NormalizeCharMap underscoreParts() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    map.add("_", " ");
    return map.build();
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    Reader whole = new PatternReplaceCharFilter(BROKEN_WORD, "$1$2", reader);
    return new MappingCharFilter(
        UNDERSCORE_PARTS, new PatternReplaceCharFilter(ENDING, "$1 ", whole));
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer words = new StandardTokenizer();
    TokenStream plain =
        new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
    return new TokenStreamComponents(
        words, new MarkedStems(new KStemFilter(new KeywordRepeatFilter(plain))));
  }

  @Override
  public int getPositionIncrementGap(String fieldName) {
    return GAP;
  }

  /** The words of a query's text, in order. */
  List<Word> words(String text) {
    List<Word> found = new ArrayList<>();
    try (TokenStream stream = tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (step.getPositionIncrement() > 0) {
          found.add(new Word(term.toString(), Optional.empty()));
        } else {
          Word written = found.remove(found.size() - 1);
          found.add(new Word(written.written(), Optional.of(term.toString().substring(1))));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory cannot fail", e);
    }
    return found;
  }

  /** A whole value, folded so that it compares without case and accents. */
  static String folded(String value) {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    char[] source = lower.toCharArray();
    char[] target = new char[source.length * 4];
    int length = ASCIIFoldingFilter.foldToASCII(source, 0, target, 0, source.length);
    return new String(target, 0, Math.min(length, LONGEST_VALUE));
  }

  /** Whole values are compared by so many characters; the rest would not fit into one term. */
  static final int LONGEST_VALUE = 2_000;

  /**
   * A word of a query.
   *
   * @param written lower case, folded
   * @param stem its stem where that differs
   */
  record Word(String written, Optional<String> stem) {}
}
