package org.chancery.ocr.page;

import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One page's words and how its upright form lies on the page as the searchable copy shows it. The
 * copy shows pages that lie turned in the original upright, by a rotation entry alone.
 *
 * @param width of the page as shown, in points (1/72 inch)
 * @param height of the page as shown, in points
 * @param rotation clockwise degrees (0, 90, 180, 270) by which the original is shown turned
 * @param source {@code recognised} or {@code text-layer}
 * @param toPage six numbers (as of {@link java.awt.geom.AffineTransform}) that map places on the
 *     upright page to points from the shown page's upper left corner
 * @param words in reading order
 */
public record PageText(
    double width, double height, int rotation, String source, double[] toPage, List<Word> words) {
  /** {@link #source} of a page whose image was recognised. */
  public static final String RECOGNISED = "recognised";

  /** {@link #source} of a page whose own text was taken. */
  public static final String TEXT_LAYER = "text-layer";

  private static final Pattern NUMBER_CUT_BY_LINE_END = Pattern.compile(".*[0-9]-");

  /**
   * A recognised page.
   *
   * @param width of the original's page as shown
   * @param height of the original's page as shown
   * @param toOriginal maps pixels of the recognised image to the original's page as shown
   */
  public static PageText recognised(
      double width, double height, AffineTransform toOriginal, RecognisedPage read) {
    int turns = read.quarterTurns();
    AffineTransform toPage = QuarterTurn.of(turns, width, height);
    toPage.concatenate(toOriginal);
    toPage.concatenate(read.toOriginal());
    double[] matrix = new double[6];
    toPage.getMatrix(matrix);
    boolean swapped = turns % 2 == 1;
    return new PageText(
        swapped ? height : width,
        swapped ? width : height,
        turns * 90,
        RECOGNISED,
        matrix,
        read.words());
  }

  /**
   * Lines of text. A number that a line end has cut at its hyphen is put together again, since
   * "596-50-" and "2408" can be found by nobody.
   */
  public static String text(List<Word> words) {
    StringBuilder text = new StringBuilder();
    Word before = null;
    for (Word word : words) {
      if (before != null) {
        text.append(separator(before, word));
      }
      text.append(word.text());
      before = word;
    }
    return text.toString();
  }

  private static String separator(Word before, Word word) {
    if (before.line() == word.line()) {
      return " ";
    }
    if (NUMBER_CUT_BY_LINE_END.matcher(before.text()).matches()
        && Character.isDigit(word.text().charAt(0))) {
      return "";
    }
    return before.paragraph() == word.paragraph() ? "\n" : "\n\n";
  }
}
