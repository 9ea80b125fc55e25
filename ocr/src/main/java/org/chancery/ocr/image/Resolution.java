package org.chancery.ocr.image;

import org.chancery.ocr.page.Raster;

/** Dots per inch, across and down; fax pages have fewer down than across. */
record Resolution(int x, int y) {
  private static final int LEAST_BELIEVED = 90;
  private static final int MOST_BELIEVED = 4800;
  private static final double LETTER_LONG_SIDE_INCHES = 11;

  /** As the file states it; where it states none worth believing, as if the page were a letter. */
  static Resolution of(Raster raster) {
    int x = raster.statedResolution();
    int y = raster.statedResolutionDown();
    int likely =
        (int)
            Math.max(
                50,
                Math.round(Math.max(raster.width(), raster.height()) / LETTER_LONG_SIDE_INCHES));
    if (believed(x) && believed(y)) {
      return new Resolution(x, y);
    }
    return new Resolution(likely, likely);
  }

  private static boolean believed(int resolution) {
    return resolution >= LEAST_BELIEVED && resolution <= MOST_BELIEVED;
  }
}
