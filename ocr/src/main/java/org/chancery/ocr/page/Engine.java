package org.chancery.ocr.page;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One Tesseract handle, kept from page to page; for one thread. */
public final class Engine implements AutoCloseable {
  private static final int LSTM_ONLY = 1;

  /** How the page is taken apart. */
  enum Segmentation {
    /** Columns, blocks and lines are found. */
    AUTOMATIC(3),
    /** As much text as can be found, in no block order; for forms. */
    SPARSE(11);

    private final int mode;

    Segmentation(int mode) {
      this.mode = mode;
    }
  }

  private final Path data;
  private final Pointer api;
  private Pointer orientationApi;

  /**
   * Loads the language data.
   *
   * @param data the folder that holds {@code eng.traineddata} and {@code osd.traineddata}
   * @throws IllegalStateException when the data cannot be loaded
   */
  public Engine(Path data) {
    this.data = data;
    Leptonica.setMsgSeverity(Leptonica.SEVERITY_NONE);
    api = open("eng", LSTM_ONLY);
  }

  private Pointer open(String language, int engineMode) {
    Pointer opened = TesseractLibrary.TessBaseAPICreate();
    if (TesseractLibrary.TessBaseAPIInit2(opened, data.toString(), language, engineMode) != 0) {
      TesseractLibrary.TessBaseAPIDelete(opened);
      throw new IllegalStateException(
          "Tesseract's language data '" + language + "' cannot be loaded from " + data);
    }
    return opened;
  }

  /** Recognises an upright page; words in reading order, in this raster's pixels. */
  List<Word> recognise(Raster page, int resolution, Segmentation segmentation) {
    TesseractLibrary.TessBaseAPISetPageSegMode(api, segmentation.mode);
    TesseractLibrary.TessBaseAPISetImage2(api, page.handle());
    TesseractLibrary.TessBaseAPISetSourceResolution(api, resolution);
    try {
      if (TesseractLibrary.TessBaseAPIRecognize(api, null) != 0) {
        return List.of();
      }
      Pointer table = TesseractLibrary.TessBaseAPIGetTsvText(api, 0);
      if (table == null) {
        return List.of();
      }
      String text = table.getString(0, StandardCharsets.UTF_8.name());
      TesseractLibrary.TessDeleteText(table);
      return TableOfWords.words(text);
    } finally {
      TesseractLibrary.TessBaseAPIClear(api);
    }
  }

  /**
   * Asks Tesseract's own orientation detector: slower than counting ascenders, but knows letters.
   *
   * @return quarter turns clockwise that make the page upright, or -1 when it cannot tell
   */
  int quarterTurnsToUpright(Raster page, int resolution) {
    if (orientationApi == null) {
      orientationApi = open("osd", 0);
      TesseractLibrary.TessBaseAPISetPageSegMode(orientationApi, 0);
    }
    TesseractLibrary.TessBaseAPISetImage2(orientationApi, page.handle());
    TesseractLibrary.TessBaseAPISetSourceResolution(orientationApi, resolution);
    IntByReference degrees = new IntByReference();
    FloatByReference confidence = new FloatByReference();
    int found =
        TesseractLibrary.TessBaseAPIDetectOrientationScript(
            orientationApi, degrees, confidence, new PointerByReference(), new FloatByReference());
    TesseractLibrary.TessBaseAPIClear(orientationApi);
    // The degrees are those by which the page lies turned counter-clockwise.
    return found == 0 || confidence.getValue() < 1 ? -1 : (4 - degrees.getValue() / 90) % 4;
  }

  @Override
  public void close() {
    TesseractLibrary.TessBaseAPIDelete(api);
    if (orientationApi != null) {
      TesseractLibrary.TessBaseAPIDelete(orientationApi);
    }
  }
}
