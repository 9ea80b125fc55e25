package org.chancery.ocr.page;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The few functions of Leptonica that recognition needs, bound directly: binding the whole library
 * costs each worker a third of a second at its start.
 */
final class Leptonica {
  static final int COLOUR_MAP_NONE = 0;
  static final int JPEG_LUMINANCE_ONLY = 1;
  static final int ROTATE_BY_AREA = 1;
  static final int BRING_IN_WHITE = 1;
  static final int REMOVE_TO_GRAY = 1;
  static final int SEVERITY_NONE = 6;

  static {
    Native.register(Leptonica.class, "leptonica");
  }

  private Leptonica() {}

  static native int setMsgSeverity(int severity);

  static native Pointer pixRead(String file);

  static native Pointer pixReadTiff(String file, int page);

  static native Pointer pixReadMemJpeg(
      byte[] data, long size, int colourMap, int reduction, IntByReference warnings, int hint);

  static native Pointer pixCreate(int width, int height, int depth);

  static native void pixDestroy(PointerByReference pix);

  static native int pixGetDimensions(
      Pointer pix, IntByReference width, IntByReference height, IntByReference depth);

  static native int pixGetResolution(Pointer pix, IntByReference x, IntByReference y);

  static native int pixSetResolution(Pointer pix, int x, int y);

  static native Pointer pixGetData(Pointer pix);

  static native int pixGetWpl(Pointer pix);

  static native int pixEndianByteSwap(Pointer pix);

  static native Pointer pixRemoveColormap(Pointer pix, int type);

  static native Pointer pixRemoveAlpha(Pointer pix);

  static native Pointer pixConvertTo8(Pointer pix, int colourMap);

  static native Pointer pixThresholdToBinary(Pointer pix, int threshold);

  static native int pixOtsuAdaptiveThreshold(
      Pointer pix,
      int tileWidth,
      int tileHeight,
      int smoothX,
      int smoothY,
      float fraction,
      Pointer thresholds,
      PointerByReference binary);

  static native int pixCountPixels(Pointer pix, IntByReference count, Pointer table);

  static native Pointer pixReduceRankBinary2(Pointer pix, int rank, Pointer table);

  static native Pointer pixScaleAreaMap2(Pointer pix);

  static native Pointer pixScaleAreaMap(Pointer pix, float x, float y);

  static native Pointer pixScaleToGray2(Pointer pix);

  static native Pointer pixScaleToGray4(Pointer pix);

  static native Pointer pixScaleToGray8(Pointer pix);

  static native Pointer pixScaleGray2xLI(Pointer pix);

  static native Pointer pixScale(Pointer pix, float x, float y);

  static native Pointer pixScaleToSize(Pointer pix, int width, int height);

  static native Pointer pixRotate(
      Pointer pix, float radians, int type, int background, int width, int height);

  static native Pointer pixRotateOrth(Pointer pix, int quarterTurns);

  static native int pixCountConnComp(Pointer pix, int connectivity, IntByReference count);

  static native Pointer pixMedianFilter(Pointer pix, int width, int height);

  static native int pixFindSkewSweepAndSearch(
      Pointer pix,
      FloatByReference angle,
      FloatByReference confidence,
      int sweepReduction,
      int searchReduction,
      float range,
      float step,
      float precision);

  static native int pixOrientDetect(
      Pointer pix, FloatByReference up, FloatByReference left, int leastCount, int debug);

  static native int pixWritePng(String file, Pointer pix, float gamma);
}
