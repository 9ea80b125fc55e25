package org.chancery.ocr.page;

import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * What was recognised on one page.
 *
 * @param words in reading order, placed on the upright page
 * @param quarterTurns clockwise turns that made the original upright
 * @param toOriginal maps places on the upright page to pixels of the original
 */
public record RecognisedPage(List<Word> words, int quarterTurns, AffineTransform toOriginal) {
  /** Mean confidence, 0 to 100, each word weighing as much as it has letters; 0 without words. */
  public double confidence() {
    double letters = words.stream().mapToInt(w -> w.text().length()).sum();
    return letters == 0
        ? 0
        : words.stream().mapToDouble(w -> w.confidence() * w.text().length()).sum() / letters;
  }

  /**
   * How many letters were probably read rightly: what two readings of a page are compared by. A
   * word that is less sure than a guess counts nothing, so that speckles read as letters do not
   * win.
   */
  double lettersProbablyRight() {
    return words.stream()
        .filter(w -> w.confidence() > 50)
        .filter(w -> w.text().chars().anyMatch(Character::isLetterOrDigit))
        .mapToDouble(w -> w.text().length() * w.confidence() / 100)
        .sum();
  }
}
