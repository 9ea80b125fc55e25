package org.chancery.ocr.page;

/**
 * A word on an upright page.
 *
 * @param text without spaces
 * @param left distance from the left edge of the upright page
 * @param top distance from its upper edge
 * @param width of the word's box
 * @param height of the word's box
 * @param baseline distance of the line's baseline from the upper edge
 * @param size height of the line's letters
 * @param confidence 0 to 100
 * @param line number of its line on the page, in reading order
 * @param paragraph number of its paragraph on the page, in reading order
 */
public record Word(
    String text,
    double left,
    double top,
    double width,
    double height,
    double baseline,
    double size,
    double confidence,
    int line,
    int paragraph) {
  Word withText(String other) {
    return new Word(other, left, top, width, height, baseline, size, confidence, line, paragraph);
  }
}
