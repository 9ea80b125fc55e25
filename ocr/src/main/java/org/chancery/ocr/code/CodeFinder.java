package org.chancery.ocr.code;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.ocr.page.Raster;

/** Finds QR codes on page images, however they lie. */
public final class CodeFinder {
  private static final int MOST_CODES = 20;
  private static final int LONGEST_CODE = 500;
  private static final int COARSE = 180;
  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

  private CodeFinder() {}

  /**
   * The texts of the codes on a page, each once; nothing when there are none or none can be read.
   *
   * @param page 8-bit gray; of what is finer than needed a reduced image is searched first, on
   *     which noise does less harm
   * @param resolution dots per inch
   */
  public static List<String> find(Raster page, int resolution) throws IOException {
    if (resolution >= COARSE) {
      try (Raster half = page.grayReduced(2)) {
        List<String> found = find(half);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return find(page);
  }

  private static List<String> find(Raster page) throws IOException {
    LuminanceSource gray =
        new PlanarYUVLuminanceSource(
            page.samples(), page.width(), page.height(), 0, 0, page.width(), page.height(), false);
    List<String> found = read(new BinaryBitmap(new HybridBinarizer(gray)));
    return found.isEmpty() ? read(new BinaryBitmap(new GlobalHistogramBinarizer(gray))) : found;
  }

  private static List<String> read(BinaryBitmap image) {
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
}
