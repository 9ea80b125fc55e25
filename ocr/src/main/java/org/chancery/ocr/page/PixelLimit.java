package org.chancery.ocr.page;

import org.chancery.ocr.page.UnreadableFile.Reason;

/**
 * What a worker agrees to decode, decided from the header alone: a decompression bomb is refused
 * before a single pixel of it exists.
 */
public final class PixelLimit {
  /** No page of paper has more, at any resolution a scanner offers. */
  private static final long MOST_PIXELS = 1_000_000_000L;

  private static final long MOST_GRAY_PIXELS = 400_000_000L;
  private static final long MOST_COLOUR_PIXELS = 160_000_000L;

  private PixelLimit() {}

  /**
   * Checks one page's image.
   *
   * @param bits bits a pixel, all channels together
   * @throws UnreadableFile when it is too large
   */
  public static void check(long width, long height, int bits) throws UnreadableFile {
    long pixels = Math.multiplyHigh(width, height) != 0 ? Long.MAX_VALUE : width * height;
    long most = bits == 1 ? MOST_PIXELS : bits <= 8 ? MOST_GRAY_PIXELS : MOST_COLOUR_PIXELS;
    if (pixels < 0 || pixels > most) {
      throw new UnreadableFile(
          Reason.TOO_LARGE,
          "A page of "
              + width
              + " x "
              + height
              + " pixels is more than can be read safely. Scan it again at 300 dots per inch.");
    }
  }
}
