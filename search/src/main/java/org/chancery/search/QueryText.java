package org.chancery.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a query by recursive descent, bounded in length, depth and what it may cost.
 * There are no errors: text that does not parse is read as plain words, all of which must be there.
 */
final class QueryText {

  /** More words than this add nothing but work; the rest of the text is passed over. */
  private static final int MOST_WORDS = 64;

  /** Prefixes and fuzzy words each run through the index's words; further ones count as written. */
  private static final int MOST_EXPANDING = 8;

  private static final int LONGEST_TEXT = 4_000;
  private static final int DEEPEST = 30;
  private static final Pattern RANGE =
      Pattern.compile("[\\[{]\\s*(\\S+)\\s+(?:TO|to)\\s+(\\S+?)\\s*[\\]}]");
  private static final Pattern SLOP = Pattern.compile("~(\\d{1,2})");
  private static final Pattern FUZZY = Pattern.compile("([^~*]+)~([12])?");
  private static final Pattern PREFIX = Pattern.compile("([^*~]+)\\*");

  private final String text;
  private final Predicate<String> knownField;
  private int at;
  private int words;
  private int expanding;

  private QueryText(String text, Predicate<String> knownField) {
    this.text = text;
    this.knownField = knownField;
  }

  /**
   * @param knownField whether a name before a colon is a field; otherwise it is text
   */
  static Expression parse(String written, Predicate<String> knownField) {
    String text = written.substring(0, Math.min(written.length(), LONGEST_TEXT));
    if (text.isBlank()) {
      return new Expression.Everything();
    }
    try {
      QueryText reader = new QueryText(text, knownField);
      Expression whole = reader.alternatives(Optional.empty(), 0);
      if (reader.at < text.length()) {
        throw new Unreadable();
      }
      return whole;
    } catch (Unreadable e) {
      return plain(text, MOST_WORDS);
    }
  }

  /** Every word of the text, whatever signs stand between them; so many at most. */
  static Expression plain(String text, int most) {
    List<Expression> found =
        Arrays.stream(text.split("[^\\p{L}\\p{M}\\p{N}'’._-]+"))
            .filter(word -> !word.isEmpty())
            .limit(most)
            .<Expression>map(word -> new Expression.Words(Optional.empty(), word))
            .toList();
    return found.size() == 1 ? found.get(0) : new Expression.And(found);
  }

  private Expression alternatives(Optional<String> field, int depth) {
    if (depth > DEEPEST) {
      throw new Unreadable();
    }
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(sequence(field, depth));
    } while (keyword("OR"));
    return parts.size() == 1 ? parts.get(0) : new Expression.Or(parts);
  }

  private Expression sequence(Optional<String> field, int depth) {
    List<Expression> parts = new ArrayList<>();
    parts.add(single(field, depth));
    while (true) {
      if (keyword("AND")) {
        parts.add(single(field, depth));
      } else if (ahead() != 0 && ahead() != ')' && !keywordAhead("OR")) {
        parts.add(single(field, depth));
      } else {
        return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
      }
    }
  }

  private Expression single(Optional<String> field, int depth) {
    if (depth > DEEPEST) {
      throw new Unreadable();
    }
    if (keyword("NOT") || sign('-') || sign('!')) {
      return new Expression.Not(single(field, depth + 1));
    }
    sign('+');
    char next = ahead();
    if (next == '(') {
      at++;
      Expression inner = alternatives(field, depth + 1);
      if (ahead() != ')') {
        throw new Unreadable();
      }
      at++;
      return inner;
    }
    return next == '"' ? phrase(field) : word(field, depth);
  }

  private Expression phrase(Optional<String> field) {
    int end = text.indexOf('"', at + 1);
    if (end < 0) {
      throw new Unreadable();
    }
    String inside = text.substring(at + 1, end);
    at = end + 1;
    count(inside.split("\\s+").length);
    Matcher slop = SLOP.matcher(text).region(at, text.length());
    if (slop.lookingAt()) {
      at = slop.end();
      return new Expression.Phrase(field, inside, Integer.parseInt(slop.group(1)));
    }
    return new Expression.Phrase(field, inside, 0);
  }

  private Expression word(Optional<String> field, int depth) {
    int start = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && !breaks(at)) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.isEmpty() || keywords(word)) {
      throw new Unreadable();
    }
    // The longest known name before a colon is the field, so that cor:subject:flood is read too.
    for (int colon = word.lastIndexOf(':'); colon > 0; colon = word.lastIndexOf(':', colon - 1)) {
      String name = word.substring(0, colon);
      if (knownField.test(name)) {
        at = start + colon + 1;
        return value(name, depth);
      }
    }
    return term(field, word);
  }

  private Expression value(String field, int depth) {
    if (at >= text.length() || Character.isWhitespace(text.charAt(at))) {
      return term(Optional.empty(), field);
    }
    char next = text.charAt(at);
    if (next == '[' || next == '{') {
      Matcher range = RANGE.matcher(text).region(at, text.length());
      if (!range.lookingAt()) {
        throw new Unreadable();
      }
      at = range.end();
      return new Expression.Range(field, end(range.group(1)), end(range.group(2)));
    }
    if (next == '"' || next == '(') {
      return single(Optional.of(field), depth + 1);
    }
    int start = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && !breaks(at)) {
      at++;
    }
    return term(Optional.of(field), text.substring(start, at));
  }

  private static Optional<String> end(String written) {
    return Optional.of(written).filter(value -> !value.equals("*"));
  }

  private Expression term(Optional<String> field, String word) {
    count(1);
    if (word.equals("*")) {
      return new Expression.Everything();
    }
    Matcher prefix = PREFIX.matcher(word);
    if (prefix.matches() && expanding++ < MOST_EXPANDING) {
      return new Expression.Prefix(field, prefix.group(1));
    }
    Matcher fuzzy = FUZZY.matcher(word);
    if (fuzzy.matches() && expanding++ < MOST_EXPANDING) {
      int edits = fuzzy.group(2) == null ? 0 : Integer.parseInt(fuzzy.group(2));
      return new Expression.Fuzzy(field, fuzzy.group(1), edits);
    }
    return new Expression.Words(field, word);
  }

  private void count(int more) {
    words += more;
    if (words > MOST_WORDS) {
      throw new Unreadable();
    }
  }

  private boolean breaks(int position) {
    return "()\"".indexOf(text.charAt(position)) >= 0;
  }

  private static boolean keywords(String word) {
    return word.equals("AND") || word.equals("OR") || word.equals("NOT");
  }

  private char ahead() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean keyword(String word) {
    if (keywordAhead(word)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private boolean keywordAhead(String word) {
    ahead();
    int end = at + word.length();
    return text.startsWith(word, at)
        && (end == text.length() || Character.isWhitespace(text.charAt(end)) || breaks(end));
  }

  /** A sign right before what it speaks of. */
  private boolean sign(char sign) {
    if (ahead() == sign && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))) {
      at++;
      return true;
    }
    return false;
  }

  /** The text is not of the syntax; never leaves this class. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super(null, null, false, false);
    }
  }
}
