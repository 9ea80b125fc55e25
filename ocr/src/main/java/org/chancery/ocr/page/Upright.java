package org.chancery.ocr.page;

import java.awt.geom.AffineTransform;
import java.io.IOException;

/** A page turned and levelled for recognition, and the way back to the original's pixels. */
record Upright(Raster raster, int quarterTurns, AffineTransform fromOriginal)
    implements AutoCloseable {
  /** Less skew than this is Tesseract's own business; turning would only blur. */
  private static final double LEAST_SKEW = Math.toRadians(0.15);

  static Upright of(Raster gray, int quarterTurns, AffineTransform soFar) throws IOException {
    AffineTransform from = QuarterTurn.of(quarterTurns, gray.width(), gray.height());
    from.concatenate(soFar);
    Raster turned = gray.turned(quarterTurns);
    double angle = skew(turned);
    if (Math.abs(angle) < LEAST_SKEW) {
      return new Upright(turned, quarterTurns, from);
    }
    try (turned) {
      AffineTransform level =
          AffineTransform.getRotateInstance(angle, turned.width() / 2.0, turned.height() / 2.0);
      level.concatenate(from);
      return new Upright(turned.rotated(angle), quarterTurns, level);
    }
  }

  private static double skew(Raster turned) throws IOException {
    try (Raster half = turned.halved();
        Raster binary = half.binary()) {
      return binary.levellingAngle();
    }
  }

  @Override
  public void close() {
    raster.close();
  }
}
