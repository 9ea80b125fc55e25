package org.chancery.ocr.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A page as it is shown: cropped, turned by its own rotation entry, measured from upper left. */
record Display(double width, double height, AffineTransform fromUserSpace) {
  static Display of(PDPage page) {
    PDRectangle box = page.getCropBox();
    double left = box.getLowerLeftX();
    double bottom = box.getLowerLeftY();
    double right = box.getUpperRightX();
    double top = box.getUpperRightY();
    double w = box.getWidth();
    double h = box.getHeight();
    // Column by column: where x goes, where y goes, where the origin goes (ISO 32000-1, 8.3.3).
    return switch (Math.floorMod(page.getRotation(), 360)) {
      case 90 -> new Display(h, w, new AffineTransform(0, 1, 1, 0, -bottom, -left));
      case 180 -> new Display(w, h, new AffineTransform(-1, 0, 0, 1, right, -bottom));
      case 270 -> new Display(h, w, new AffineTransform(0, -1, -1, 0, top, right));
      default -> new Display(w, h, new AffineTransform(1, 0, 0, -1, -left, top));
    };
  }

  AffineTransform toUserSpace() {
    try {
      return fromUserSpace.createInverse();
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException("quarter turns can always be undone", e);
    }
  }
}
