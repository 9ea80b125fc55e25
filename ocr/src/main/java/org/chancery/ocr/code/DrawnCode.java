package org.chancery.ocr.code;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A QR code drawn as squares, so that it is sharp at every resolution. A quarter of it may be lost
 * (error correction Q): paper is stamped and folded.
 */
public final class DrawnCode {
  /** Modules of white around the code; the standard wants four. */
  private static final int QUIET = 4;

  private final ByteMatrix modules;

  /** The code of a text. */
  public DrawnCode(String text) {
    try {
      modules = Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a code: " + text.length(), e);
    }
  }

  /**
   * Draws it, on white.
   *
   * @param left of the white square, in points
   * @param bottom of the white square, in points
   * @param side of the white square, in points
   */
  public void draw(PDPageContentStream page, float left, float bottom, float side)
      throws IOException {
    float module = side / (modules.getWidth() + 2 * QUIET);
    page.setNonStrokingColor(1f);
    page.addRect(left, bottom, side, side);
    page.fill();
    page.setNonStrokingColor(0f);
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          page.addRect(
              left + (QUIET + x) * module,
              bottom + side - (QUIET + y + 1) * module,
              module,
              module);
        }
      }
    }
    page.fill();
  }
}
