package org.chancery.ocr.pdf;

import java.util.List;
import java.util.regex.Pattern;
import org.chancery.ocr.page.Word;

/**
 * Decides whether a page's own text can be trusted, or whether its image has to be recognised. Text
 * counts when it is readable, and when it is the page's text and not a stamp laid over a scan.
 */
final class TextLayer {
  private static final double SCAN_COVERS = 0.5;
  private static final double PICTURE_COVERS = 0.15;
  private static final int STAMP_LETTERS = 200;
  private static final double STAMP_HEIGHT = 0.3;
  private static final double MOST_GARBAGE = 0.1;
  private static final double LEAST_PLAUSIBLE = 0.7;
  private static final Pattern PLAUSIBLE =
      Pattern.compile(
          "[\\p{Punct}“‘«]*(?:\\p{Lu}?\\p{Ll}*|\\p{Lu}+|[\\p{Lu}\\p{Ll}]+['’-][\\p{L}'’-]+|[$#]?\\d[\\d.,:/%()-]*|[A-Z]+[\\d-]+)[\\p{Punct}”’»]*");

  private final PageContents contents;
  private final Display display;

  TextLayer(PageContents contents, Display display) {
    this.contents = contents;
    this.display = display;
  }

  /** Whether the page has to be recognised although, or because, it has this text. */
  boolean needsRecognition() {
    List<Word> words = contents.words();
    double covered = coveredByImages();
    if (words.isEmpty()) {
      return covered > 0.01 || contents.hasDrawing() || contents.hasInlineImages();
    }
    if (garbage(words) > MOST_GARBAGE) {
      return true;
    }
    boolean mostlyInvisible = contents.invisibleGlyphs() > contents.visibleGlyphs();
    if (mostlyInvisible) {
      return covered > PICTURE_COVERS
          && (plausible(words) < LEAST_PLAUSIBLE || letters(words) < STAMP_LETTERS / 4);
    }
    if (covered >= SCAN_COVERS) {
      return isStamp(words);
    }
    return covered >= PICTURE_COVERS && letters(words) < STAMP_LETTERS / 2;
  }

  /** Whether all text of the page is invisible, over a picture of most of it. */
  boolean liesUnderScan() {
    return contents.visibleGlyphs() == 0
        && contents.invisibleGlyphs() > 0
        && coveredByImages() >= SCAN_COVERS;
  }

  private double coveredByImages() {
    double area = contents.images().stream().mapToDouble(PageContents.Placed::area).sum();
    return area / (display.width() * display.height());
  }

  private boolean isStamp(List<Word> words) {
    double top = words.stream().mapToDouble(Word::top).min().orElse(0);
    double bottom = words.stream().mapToDouble(w -> w.top() + w.height()).max().orElse(0);
    return letters(words) < STAMP_LETTERS || bottom - top < STAMP_HEIGHT * display.height();
  }

  private static long letters(List<Word> words) {
    return words.stream().flatMapToInt(w -> w.text().chars()).filter(Character::isLetter).count();
  }

  /** Share of characters that no font gives a reader: unmapped, private use, control. */
  private static double garbage(List<Word> words) {
    long all = words.stream().mapToLong(w -> w.text().length()).sum();
    long bad =
        words.stream()
            .flatMapToInt(w -> w.text().codePoints())
            .filter(c -> c == 0xFFFD || unreadable(Character.getType(c)))
            .count();
    return (double) bad / all;
  }

  private static boolean unreadable(int type) {
    return type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.CONTROL
        || type == Character.SURROGATE;
  }

  private static double plausible(List<Word> words) {
    return words.stream().filter(w -> PLAUSIBLE.matcher(w.text()).matches()).count()
        / (double) words.size();
  }
}
