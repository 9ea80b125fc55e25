package org.chancery.ocr.page;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** The few functions of Tesseract's C interface that recognition needs, bound directly. */
final class TesseractLibrary {
  static {
    Native.register(TesseractLibrary.class, "tesseract");
  }

  private TesseractLibrary() {}

  static native Pointer TessBaseAPICreate();

  static native void TessBaseAPIDelete(Pointer api);

  static native int TessBaseAPIInit2(Pointer api, String data, String language, int engine);

  static native int TessBaseAPISetVariable(Pointer api, String name, String value);

  static native void TessBaseAPISetPageSegMode(Pointer api, int mode);

  static native void TessBaseAPISetImage2(Pointer api, Pointer pix);

  static native void TessBaseAPISetSourceResolution(Pointer api, int dotsPerInch);

  static native int TessBaseAPIRecognize(Pointer api, Pointer monitor);

  static native Pointer TessBaseAPIGetTsvText(Pointer api, int page);

  static native void TessBaseAPIClear(Pointer api);

  static native void TessDeleteText(Pointer text);

  static native int TessBaseAPIDetectOrientationScript(
      Pointer api,
      IntByReference degrees,
      FloatByReference confidence,
      PointerByReference script,
      FloatByReference scriptConfidence);
}
