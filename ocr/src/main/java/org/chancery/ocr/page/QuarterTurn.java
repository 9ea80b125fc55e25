package org.chancery.ocr.page;

import java.awt.geom.AffineTransform;

/** Clockwise quarter turns of a rectangle, its upper left corner staying the origin. */
final class QuarterTurn {
  private QuarterTurn() {}

  static AffineTransform of(int turns, double width, double height) {
    return switch (turns) {
      case 1 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 2 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 3 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
