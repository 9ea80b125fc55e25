package org.chancery.ocr.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Mends the few misreadings of the English pronoun "I" whose right reading leaves no doubt: a lone
 * bar or lower-case L before a word in small letters, and "I am" run together. Nothing else is
 * touched: a guess would be worse than a mistake one can see.
 */
final class KnownMisreadings {
  private static final Set<String> LONE_PRONOUN = Set.of("|", "l", "]");
  private static final Set<String> AFTER_PRONOUN =
      Set.of("am", "have", "had", "was", "would", "will", "could", "do", "did", "hope");
  private static final Set<String> RUN_TOGETHER = Set.of("lam", "|am", "!am", "Iam", "1am", "]am");
  private static final Set<String> CLAUSE_OPENERS =
      Set.of(
          "that", "because", "but", "so", "as", "if", "when", "where", "while", "since", "which");
  private static final Pattern SMALL_WORD = Pattern.compile("[a-z][a-z'’-]*[,.;:?!]?");

  private KnownMisreadings() {}

  static List<Word> mended(List<Word> words) {
    List<Word> mended = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      Word before = i > 0 ? words.get(i - 1) : null;
      Word next = i + 1 < words.size() ? words.get(i + 1) : null;
      boolean smallNext = next != null && SMALL_WORD.matcher(next.text()).matches();
      if (LONE_PRONOUN.contains(word.text()) && smallNext
          || word.text().equals("1")
              && smallNext
              && AFTER_PRONOUN.contains(next.text())
              && opensClause(before, word)) {
        mended.add(word.withText("I"));
      } else if (RUN_TOGETHER.contains(word.text()) && smallNext && isPronoun(before, word)) {
        mended.addAll(split(word));
      } else {
        mended.add(word);
      }
    }
    return List.copyOf(mended);
  }

  /** "1am" may be an hour, so it must open a clause; the others are no words at all. */
  private static boolean isPronoun(Word before, Word word) {
    return !word.text().equals("1am") || opensClause(before, word);
  }

  private static boolean opensClause(Word before, Word word) {
    if (before == null || before.paragraph() != word.paragraph()) {
      return true;
    }
    String text = before.text();
    return ".!?:,;)".indexOf(text.charAt(text.length() - 1)) >= 0
        || CLAUSE_OPENERS.contains(text.toLowerCase(java.util.Locale.ROOT));
  }

  private static List<Word> split(Word word) {
    double first = word.width() * 0.15;
    double second = word.width() * 0.3;
    return List.of(
        part(word, "I", word.left(), first),
        part(word, "am", word.left() + second, word.width() - second));
  }

  private static Word part(Word word, String text, double left, double width) {
    return new Word(
        text,
        left,
        word.top(),
        width,
        word.height(),
        word.baseline(),
        word.size(),
        word.confidence(),
        word.line(),
        word.paragraph());
  }
}
