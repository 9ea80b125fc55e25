package org.chancery.core.response;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two texts compared: paragraph by paragraph, and word by word where paragraphs were changed
 * (requirement C12).
 */
public final class Comparison {
  private static final Pattern PARAGRAPH_END = Pattern.compile("\\s*[\\n\\f]\\s*");
  private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}'’]+|[^\\s\\p{L}\\p{N}]");
  private static final String END = "\n";

  /** Beyond this, changed paragraphs are shown as a whole: comparing words would take too long. */
  private static final int MOST_WORDS = 20_000;

  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<Part> current = new ArrayList<>();

  private Comparison() {}

  /** What became of a piece of text. */
  public enum Kind {
    /** It is in both. */
    SAME,
    /** It is in the later one only. */
    ADDED,
    /** It is in the earlier one only. */
    REMOVED
  }

  /** A piece of text. */
  public record Part(Kind kind, String text) {}

  /** A paragraph, of either text. */
  public record Paragraph(List<Part> parts) {
    /** Copies the parts. */
    public Paragraph {
      parts = List.copyOf(parts);
    }
  }

  /** What became of the earlier text. */
  public static List<Paragraph> of(String earlier, String later) {
    Comparison comparison = new Comparison();
    comparison.compare(paragraphs(earlier), paragraphs(later));
    return List.copyOf(comparison.paragraphs);
  }

  private static List<String> paragraphs(String text) {
    return PARAGRAPH_END.splitAsStream(text.strip()).filter(each -> !each.isEmpty()).toList();
  }

  private void compare(List<String> earlier, List<String> later) {
    int at = 0;
    for (Change change : changes(earlier, later)) {
      for (; at < change.at(); at++) {
        say(Kind.SAME, earlier.get(at));
        endParagraph();
      }
      changed(change.before(), change.after());
      at += change.before().size();
    }
    for (; at < earlier.size(); at++) {
      say(Kind.SAME, earlier.get(at));
      endParagraph();
    }
  }

  /** What stands in place of what, from a place in the earlier text on. */
  private record Change(int at, List<String> before, List<String> after) {
    int end() {
      return at + before.size();
    }
  }

  private static boolean isSpace(String word) {
    return word.isBlank() && !word.equals(END);
  }

  /** In the order of the text; what touches, or is parted by a space only, is one change. */
  private static List<Change> changes(List<String> earlier, List<String> later) {
    List<Change> changes = new ArrayList<>();
    List<AbstractDelta<String>> deltas =
        DiffUtils.diff(earlier, later, new MyersDiffWithLinearSpace<>()).getDeltas().stream()
            .filter(delta -> delta.getType() != DeltaType.EQUAL)
            .sorted(
                Comparator.comparingInt(
                        (AbstractDelta<String> delta) -> delta.getSource().getPosition())
                    .thenComparingInt(delta -> delta.getTarget().getPosition()))
            .toList();
    for (AbstractDelta<String> delta : deltas) {
      int last = changes.size() - 1;
      List<String> between =
          last < 0
              ? List.of(END)
              : earlier.subList(changes.get(last).end(), delta.getSource().getPosition());
      if (between.stream().allMatch(Comparison::isSpace)) {
        changes.get(last).before().addAll(between);
        changes.get(last).after().addAll(between);
      } else {
        changes.add(
            new Change(delta.getSource().getPosition(), new ArrayList<>(), new ArrayList<>()));
        last++;
      }
      changes.get(last).before().addAll(delta.getSource().getLines());
      changes.get(last).after().addAll(delta.getTarget().getLines());
    }
    return changes;
  }

  private void changed(List<String> earlier, List<String> later) {
    List<String> before = words(earlier);
    List<String> after = words(later);
    if (earlier.isEmpty() || later.isEmpty() || before.size() + after.size() > MOST_WORDS) {
      before.forEach(word -> word(Kind.REMOVED, word));
      after.forEach(word -> word(Kind.ADDED, word));
      return;
    }
    int at = 0;
    for (Change change : changes(before, after)) {
      for (; at < change.at(); at++) {
        word(Kind.SAME, before.get(at));
      }
      change.before().forEach(word -> word(Kind.REMOVED, word));
      change.after().forEach(word -> word(Kind.ADDED, word));
      at += change.before().size();
    }
    for (; at < before.size(); at++) {
      word(Kind.SAME, before.get(at));
    }
    endParagraph();
  }

  /** Each paragraph ends with a word that is its end. */
  private static List<String> words(List<String> paragraphs) {
    List<String> words = new ArrayList<>();
    for (String paragraph : paragraphs) {
      Matcher matcher = WORD.matcher(paragraph);
      while (matcher.find()) {
        words.add(matcher.group());
      }
      words.add(END);
    }
    return words;
  }

  private void word(Kind kind, String word) {
    if (word.equals(END)) {
      endParagraph();
    } else {
      say(kind, word);
    }
  }

  private void say(Kind kind, String text) {
    int last = current.size() - 1;
    if (last >= 0 && current.get(last).kind() == kind) {
      current.set(last, new Part(kind, current.get(last).text() + text));
    } else {
      current.add(new Part(kind, text));
    }
  }

  private void endParagraph() {
    if (!current.isEmpty()) {
      paragraphs.add(new Paragraph(current));
      current.clear();
    }
  }
}
