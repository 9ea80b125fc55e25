package org.chancery.ocr.page;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One page image in native memory. Owns that memory: close it. Operations return a new raster and
 * leave this one as it is.
 */
public final class Raster implements AutoCloseable {
  private final Pointer pix;
  private final int width;
  private final int height;
  private final int depth;

  private Raster(Pointer pix) {
    this.pix = pix;
    IntByReference w = new IntByReference();
    IntByReference h = new IntByReference();
    IntByReference d = new IntByReference();
    Leptonica.pixGetDimensions(pix, w, h, d);
    width = w.getValue();
    height = h.getValue();
    depth = d.getValue();
  }

  /** Reads PNG, BMP, GIF or another one-page format that Leptonica knows. */
  public static Raster ofFile(Path file) throws IOException {
    return decoded(Leptonica.pixRead(file.toString()), file.getFileName().toString());
  }

  /**
   * Reads one page of a TIFF.
   *
   * @param page from 0
   */
  public static Raster ofTiff(Path file, int page) throws IOException {
    return decoded(Leptonica.pixReadTiff(file.toString(), page), "page " + (page + 1));
  }

  /**
   * Decodes a JPEG to gray.
   *
   * @param reduction 1, 2, 4 or 8: each side is divided by it while decoding
   */
  public static Raster ofJpeg(byte[] jpeg, int reduction) throws IOException {
    Pointer luminance = ofJpeg(jpeg, reduction, Leptonica.JPEG_LUMINANCE_ONLY);
    // Four-colour JPEGs have no luminance to take.
    return decoded(luminance != null ? luminance : ofJpeg(jpeg, reduction, 0), "JPEG");
  }

  private static Pointer ofJpeg(byte[] jpeg, int reduction, int hint) {
    return Leptonica.pixReadMemJpeg(
        jpeg, jpeg.length, Leptonica.COLOUR_MAP_NONE, reduction, new IntByReference(), hint);
  }

  /**
   * Takes gray samples, a byte each, row by row.
   *
   * @param gray at least {@code width * height} bytes
   */
  public static Raster ofGray(int width, int height, byte[] gray) throws IOException {
    Pointer pix = Leptonica.pixCreate(width, height, 8);
    if (pix == null) {
      throw new IOException("no memory for an image of " + width + " x " + height);
    }
    Pointer data = Leptonica.pixGetData(pix);
    long rowBytes = 4L * Leptonica.pixGetWpl(pix);
    for (int y = 0; y < height; y++) {
      data.write(y * rowBytes, gray, y * width, width);
    }
    // Leptonica keeps its words most significant byte first.
    Leptonica.pixEndianByteSwap(pix);
    return new Raster(pix);
  }

  private static Raster decoded(Pointer pix, String what) throws IOException {
    if (pix == null) {
      throw new IOException("cannot decode " + what);
    }
    return new Raster(pix);
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /** Bits a pixel. */
  public int depth() {
    return depth;
  }

  /** Dots per inch as the file states them, or 0. */
  public int statedResolution() {
    IntByReference x = new IntByReference();
    IntByReference y = new IntByReference();
    Leptonica.pixGetResolution(pix, x, y);
    return x.getValue();
  }

  /** The same, from line to line. */
  public int statedResolutionDown() {
    IntByReference x = new IntByReference();
    IntByReference y = new IntByReference();
    Leptonica.pixGetResolution(pix, x, y);
    return y.getValue();
  }

  /** Stretched or shrunk along each side. */
  public Raster stretched(double x, double y) throws IOException {
    return decoded(Leptonica.pixScale(pix, (float) x, (float) y), "stretched image");
  }

  /** As 8-bit gray without colour map and alpha. */
  public Raster gray() throws IOException {
    Pointer flat = Leptonica.pixRemoveColormap(pix, Leptonica.REMOVE_TO_GRAY);
    Pointer opaque = Leptonica.pixRemoveAlpha(flat);
    Pointer gray = Leptonica.pixConvertTo8(opaque, 0);
    destroy(opaque);
    destroy(flat);
    return decoded(gray, "gray image");
  }

  /**
   * The gray samples, a byte each, row by row.
   *
   * @throws IllegalStateException when it is not 8 bits deep
   */
  public byte[] samples() {
    if (depth != 8) {
      throw new IllegalStateException("no gray image: " + depth + " bits a pixel");
    }
    int wordsPerRow = Leptonica.pixGetWpl(pix);
    Pointer data = Leptonica.pixGetData(pix);
    byte[] samples = new byte[width * height];
    for (int y = 0; y < height; y++) {
      int[] row = data.getIntArray(4L * wordsPerRow * y, wordsPerRow);
      for (int x = 0; x < width; x++) {
        // Leptonica keeps its words most significant byte first.
        samples[y * width + x] = (byte) (row[x >> 2] >> (24 - 8 * (x & 3)));
      }
    }
    return samples;
  }

  /** As black and white, by one threshold for the whole page (Otsu's). */
  Raster binary() throws IOException {
    if (depth == 1) {
      return decoded(Leptonica.pixRemoveColormap(pix, Leptonica.REMOVE_TO_GRAY), "image");
    }
    PointerByReference out = new PointerByReference();
    Leptonica.pixOtsuAdaptiveThreshold(pix, width, height, 0, 0, 0.1f, null, out);
    return decoded(out.getValue(), "binary image");
  }

  /** Half as large. */
  Raster halved() throws IOException {
    return decoded(
        depth == 1 ? Leptonica.pixReduceRankBinary2(pix, 2, null) : Leptonica.pixScaleAreaMap2(pix),
        "reduced image");
  }

  /** Gray, smaller by 2, 4 or 8; made for black-and-white images of very high resolution. */
  public Raster grayReduced(int by) throws IOException {
    if (depth != 1) {
      try (Raster gray = gray()) {
        return decoded(Leptonica.pixScaleAreaMap(gray.pix, 1f / by, 1f / by), "reduced image");
      }
    }
    return decoded(
        switch (by) {
          case 2 -> Leptonica.pixScaleToGray2(pix);
          case 4 -> Leptonica.pixScaleToGray4(pix);
          default -> Leptonica.pixScaleToGray8(pix);
        },
        "reduced image");
  }

  /** Twice as large, interpolated; gray images only. */
  Raster doubled() throws IOException {
    return decoded(Leptonica.pixScaleGray2xLI(pix), "enlarged image");
  }

  /** Turned clockwise. */
  Raster turned(int quarterTurns) throws IOException {
    return decoded(Leptonica.pixRotateOrth(pix, quarterTurns), "turned image");
  }

  /** Rotated clockwise about its middle; the same size, white in the corners. */
  Raster rotated(double radians) throws IOException {
    return decoded(
        Leptonica.pixRotate(
            pix, (float) radians, Leptonica.ROTATE_BY_AREA, Leptonica.BRING_IN_WHITE, 0, 0),
        "rotated image");
  }

  /** With a median filter of 3 x 3, which takes away speckles. */
  Raster withoutSpeckles() throws IOException {
    return decoded(Leptonica.pixMedianFilter(pix, 3, 3), "filtered image");
  }

  /** The clockwise angle, in radians, that makes lines of text level; black and white only. */
  double levellingAngle() {
    FloatByReference degrees = new FloatByReference();
    FloatByReference confidence = new FloatByReference();
    int failed = Leptonica.pixFindSkewSweepAndSearch(pix, degrees, confidence, 2, 1, 7f, 1f, 0.01f);
    return failed != 0 || confidence.getValue() < 3 ? 0 : Math.toRadians(degrees.getValue());
  }

  /** How surely text stands upright (first, negative: on its head) and lies on its left side. */
  float[] uprightEvidence() {
    FloatByReference up = new FloatByReference();
    FloatByReference left = new FloatByReference();
    return Leptonica.pixOrientDetect(pix, up, left, 0, 0) == 0
        ? new float[] {up.getValue(), left.getValue()}
        : new float[] {0, 0};
  }

  /** How many black patches there are: letters, and specks; black and white only. */
  int patches() {
    IntByReference count = new IntByReference();
    Leptonica.pixCountConnComp(pix, 8, count);
    return count.getValue();
  }

  /** Share of black pixels; black and white only. */
  double ink() {
    IntByReference count = new IntByReference();
    Leptonica.pixCountPixels(pix, count, null);
    return count.getValue() / ((double) width * height);
  }

  /** Writes a PNG no wider than told. */
  public void writeThumbnail(Path file, int widest) throws IOException {
    int w = Math.min(widest, width);
    int h = (int) Math.max(1, Math.round((double) height * w / width));
    try (Raster gray = gray();
        Raster small = decoded(Leptonica.pixScaleToSize(gray.pix, w, h), "thumbnail")) {
      if (Leptonica.pixWritePng(file.toString(), small.pix, 0) != 0) {
        throw new IOException("cannot write " + file.getFileName());
      }
    }
  }

  Pointer handle() {
    return pix;
  }

  @Override
  public void close() {
    destroy(pix);
  }

  private static void destroy(Pointer pix) {
    if (pix != null) {
      Leptonica.pixDestroy(new PointerByReference(pix));
    }
  }
}
