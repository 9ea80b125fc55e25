package org.chancery.core.paper;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outlines of the letters that a paper uses, of the fixed-width font of this machine, as a PDF
 * font that needs nothing outside the file (Type 3, ISO 32000-1 9.6.5): so that it reads the same
 * for ever.
 *
 * @param glyphs for each letter the drawing of it, in thousandths of the font's size
 */
record OutlineFont(Map<Character, String> glyphs) {
  private static final Logger LOG = LoggerFactory.getLogger(OutlineFont.class);

  /** What letters are as wide as, in thousandths of the font's size. */
  static final int WIDTH = 600;

  private static final int SIZE = 1000;

  /** A font of this kind has 255 codes at most. */
  private static final int MOST = 250;

  private static final char UNKNOWN = '?';

  /** The letters of a text; empty on a machine that has no fonts. */
  static Optional<OutlineFont> of(String text) {
    try {
      Font font = new Font(Font.MONOSPACED, Font.PLAIN, SIZE);
      FontRenderContext context = new FontRenderContext(new AffineTransform(), true, true);
      Map<Character, String> glyphs = new LinkedHashMap<>();
      TreeSet<Character> letters = new TreeSet<>();
      letters.add(UNKNOWN);
      text.chars().forEach(each -> letters.add((char) each));
      for (char letter : letters) {
        boolean room = glyphs.size() < MOST || letter == UNKNOWN;
        if (room && letter >= ' ' && font.canDisplay(letter)) {
          glyphs.put(letter, drawn(font, context, letter));
        }
      }
      return Optional.of(new OutlineFont(glyphs));
    } catch (RuntimeException | LinkageError | InternalError e) {
      LOG.warn("This machine has no fonts; certificates are made with those of the reader", e);
      return Optional.empty();
    }
  }

  private static String drawn(Font font, FontRenderContext context, char letter) {
    var vector = font.createGlyphVector(context, new char[] {letter});
    double scale = WIDTH / Math.max(1, vector.getGlyphMetrics(0).getAdvanceX());
    AffineTransform upright = AffineTransform.getScaleInstance(Math.min(1, scale), -1);
    StringBuilder path = new StringBuilder();
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator each = vector.getOutline().getPathIterator(upright);
        !each.isDone();
        each.next()) {
      switch (each.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> path.append(point(at[0], at[1])).append("m ");
        case PathIterator.SEG_LINETO -> path.append(point(at[0], at[1])).append("l ");
        case PathIterator.SEG_QUADTO ->
            path.append(point(x + (at[0] - x) * 2 / 3, y + (at[1] - y) * 2 / 3))
                .append(point(at[2] + (at[0] - at[2]) * 2 / 3, at[3] + (at[1] - at[3]) * 2 / 3))
                .append(point(at[2], at[3]))
                .append("c ");
        case PathIterator.SEG_CUBICTO ->
            path.append(point(at[0], at[1]))
                .append(point(at[2], at[3]))
                .append(point(at[4], at[5]))
                .append("c ");
        default -> path.append("h ");
      }
      switch (each.currentSegment(at)) {
        case PathIterator.SEG_QUADTO -> {
          x = at[2];
          y = at[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          x = at[4];
          y = at[5];
        }
        case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> {
          x = at[0];
          y = at[1];
        }
        default -> {
          // Closing a path draws a line to where it began; what follows begins with a move.
        }
      }
    }
    return path.isEmpty() ? "" : path + "f";
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "%d %d ", Math.round(x), Math.round(y));
  }

  /** The letter as it can be drawn. */
  char drawable(char letter) {
    return glyphs.containsKey(letter) ? letter : UNKNOWN;
  }
}
