package org.chancery.ocr.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.List;
import org.chancery.ocr.page.PageText;
import org.chancery.ocr.page.Word;

/**
 * Places words on the page as shown, upright or turned by quarters. On a skewed scan each line is
 * laid nearly level through its own middle: readers of text take glyphs that stand at two degrees
 * for loose letters, and a line that falls by more than half a letter for several.
 */
final class LevelLines {
  /** What a line may fall or rise from end to end, in heights of its letters. */
  private static final double MOST_FALL = 0.4;

  private final AffineTransform toPage;
  private final double quarter;
  private final double skew;
  private final double across;
  private final double down;

  LevelLines(PageText page) {
    toPage = new AffineTransform(page.toPage());
    double angle = Math.atan2(toPage.getShearY(), toPage.getScaleX());
    quarter = Math.round(angle / (Math.PI / 2)) * Math.PI / 2;
    skew = angle - quarter;
    across = Math.hypot(toPage.getScaleX(), toPage.getShearY());
    down = Math.hypot(toPage.getShearX(), toPage.getScaleY());
  }

  /** A line's words share its middle and its slope. */
  Line line(List<Word> words) {
    Word first = words.get(0);
    Word last = words.get(words.size() - 1);
    double length = (last.left() + last.width() - first.left()) * across;
    double fall = Math.abs(length * Math.sin(skew));
    double most = MOST_FALL * first.size() * down;
    return new Line(
        (first.left() + last.left() + last.width()) / 2, fall <= most ? 1 : most / fall);
  }

  /** Where the words of one line go. */
  final class Line {
    private final double middle;
    private final double slope;

    private Line(double middle, double slope) {
      this.middle = middle;
      this.slope = slope;
    }

    /** Maps distances along and up from the word's start on its baseline to the page as shown. */
    AffineTransform place(Word word) {
      Point2D centre = toPage.transform(new Point2D.Double(middle, word.baseline()), null);
      double along = (word.left() - middle) * across;
      AffineTransform place = AffineTransform.getTranslateInstance(centre.getX(), centre.getY());
      place.rotate(quarter);
      place.translate(along * Math.cos(skew), along * Math.sin(skew) * slope);
      place.scale(across, down);
      return place;
    }
  }
}
