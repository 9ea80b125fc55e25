package org.chancery.ocr.code;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.ocr.page.Raster;

/** Finds QR codes on page images, however they lie. */
public final class CodeFinder {
  private static final int MOST_CODES = 20;
  private static final int LONGEST_CODE = 500;

  /** Dots per inch. */
  private static final int[] RESOLUTIONS = {80, 100, 120, 150, 200};

  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

  private CodeFinder() {}

  /**
   * The texts of the codes on a page, each once; nothing when there are none or none can be read.
   *
   * @param page the image; searched at several sizes, on each of which grain falls otherwise, the
   *     smallest first: it shows a printed code best, and costs least on pages that have none
   * @param resolution dots per inch
   */
  public static List<String> find(Raster page, int resolution) throws IOException {
    try (Raster gray = page.gray()) {
      for (int wanted : RESOLUTIONS) {
        double size = Math.min(1, (double) wanted / resolution);
        try (Raster sized = gray.stretched(size, size)) {
          List<String> found = find(sized);
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
    }
    return List.of();
  }

  private static List<String> find(Raster page) throws IOException {
    LuminanceSource gray =
        new PlanarYUVLuminanceSource(
            page.samples(), page.width(), page.height(), 0, 0, page.width(), page.height(), false);
    List<String> found = read(new BinaryBitmap(new HybridBinarizer(gray)));
    return found.isEmpty() ? read(new BinaryBitmap(new GlobalHistogramBinarizer(gray))) : found;
  }

  private static List<String> read(BinaryBitmap image) {
    List<String> several = several(image);
    return several.isEmpty() ? one(image) : several;
  }

  private static List<String> several(BinaryBitmap image) {
    try {
      return Stream.of(new QRCodeMultiReader().decodeMultiple(image, HINTS))
          .map(Result::getText)
          .filter(text -> text.length() <= LONGEST_CODE)
          .distinct()
          .limit(MOST_CODES)
          .toList();
    } catch (NotFoundException e) {
      // Most pages have none.
      return List.of();
    }
  }

  /** Finds a single code where the search for several sees none: it asks less of the corners. */
  private static List<String> one(BinaryBitmap image) {
    try {
      return Stream.of(new QRCodeReader().decode(image, HINTS))
          .map(Result::getText)
          .filter(text -> text.length() <= LONGEST_CODE)
          .toList();
    } catch (NotFoundException | ChecksumException | FormatException e) {
      return List.of();
    }
  }
}
