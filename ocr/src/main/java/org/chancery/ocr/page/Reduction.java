package org.chancery.ocr.page;

/**
 * By how much a page image is made smaller before recognition: letters gain nothing from more than
 * about 300 dots per inch, and a 2400-dpi page would fill the worker's memory.
 */
public final class Reduction {
  private static final int FINE_RESOLUTION = 450;
  private static final long MOST_PIXELS = 60_000_000L;
  private static final int MOST = 8;

  private Reduction() {}

  /** 1, 2, 4 or 8: what each side is divided by. */
  public static int of(int resolution, long pixels) {
    int by = 1;
    while (by < MOST
        && (resolution / by > FINE_RESOLUTION || pixels / ((long) by * by) > MOST_PIXELS)) {
      by *= 2;
    }
    return by;
  }
}
