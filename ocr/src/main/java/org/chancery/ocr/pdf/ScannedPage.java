package org.chancery.ocr.pdf;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.chancery.ocr.page.PixelLimit;
import org.chancery.ocr.page.Raster;
import org.chancery.ocr.page.Reduction;
import org.chancery.ocr.page.UnreadableFile;

/**
 * The image of a page, for recognition.
 *
 * @param gray 8-bit gray; the caller closes it
 * @param resolution dots per inch of {@code gray}
 * @param scanned dots per inch of the scan itself, 0 when the page was drawn
 * @param toDisplay maps pixels to points of the page as shown
 */
record ScannedPage(Raster gray, int resolution, int scanned, AffineTransform toDisplay)
    implements AutoCloseable {
  private static final int GOOD_RESOLUTION = 300;
  private static final double MOST_DRAWN_PIXELS = 40e6;
  private static final double NEARLY_ALL = 0.8;

  static ScannedPage of(PDDocument document, int index) throws IOException, UnreadableFile {
    PDPage page = document.getPage(index);
    Display display = Display.of(page);
    PageContents contents = PageContents.of(document, index);
    for (PageContents.Placed placed : contents.images()) {
      PDImageXObject image = placed.image();
      // Only 8 bits: a JPEG is decoded to gray, other images with subsampling.
      PixelLimit.check(
          image.getWidth(), image.getHeight(), Math.min(8, image.getBitsPerComponent()));
    }
    if (isOneScan(contents, display)) {
      return ofScan(contents.images().get(0), display);
    }
    return drawn(document, index, display, contents.images());
  }

  private static boolean isOneScan(PageContents contents, Display display) {
    if (contents.images().size() != 1
        || contents.hasInlineImages()
        || contents.hasDrawing()
        || contents.visibleGlyphs() > 0) {
      return false;
    }
    PageContents.Placed placed = contents.images().get(0);
    PDImageXObject image = placed.image();
    return placed.area() > NEARLY_ALL * display.width() * display.height()
        && !image.isStencil()
        && !image.getCOSObject().containsKey(COSName.SMASK)
        && !image.getCOSObject().containsKey(COSName.MASK)
        && !image.getCOSObject().containsKey(COSName.DECODE);
  }

  private static ScannedPage ofScan(PageContents.Placed placed, Display display)
      throws IOException {
    PDImageXObject image = placed.image();
    double inches = Math.hypot(placed.matrix().getScaleX(), placed.matrix().getShearY()) / 72;
    int scanned = (int) Math.round(image.getWidth() / inches);
    int reduction = Reduction.of(scanned, (long) image.getWidth() * image.getHeight());
    Raster gray = isPlainJpeg(image) ? ofJpeg(image, reduction) : ofSamples(image, reduction);
    AffineTransform toDisplay = new AffineTransform(display.fromUserSpace());
    toDisplay.concatenate(placed.matrix());
    toDisplay.concatenate(
        new AffineTransform(1.0 / gray.width(), 0, 0, -1.0 / gray.height(), 0, 1));
    return new ScannedPage(gray, scanned / reduction, scanned, toDisplay);
  }

  private static boolean isPlainJpeg(PDImageXObject image) throws IOException {
    List<COSName> filters = image.getStream().getFilters();
    return filters.equals(List.of(COSName.DCT_DECODE))
        && image.getColorSpace().getNumberOfComponents() != 4;
  }

  private static Raster ofJpeg(PDImageXObject image, int reduction) throws IOException {
    try (InputStream raw = image.getCOSObject().createRawInputStream();
        Raster decoded = Raster.ofJpeg(raw.readAllBytes(), reduction)) {
      return decoded.gray();
    }
  }

  private static Raster ofSamples(PDImageXObject image, int reduction) throws IOException {
    Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
    return ofImage(image.getImage(all, reduction));
  }

  private static Raster ofImage(BufferedImage image) throws IOException {
    BufferedImage gray = image;
    if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
      gray = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
      var graphics = gray.createGraphics();
      graphics.drawImage(image, 0, 0, null);
      graphics.dispose();
    }
    byte[] samples = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
    return Raster.ofGray(gray.getWidth(), gray.getHeight(), samples);
  }

  private static ScannedPage drawn(
      PDDocument document, int index, Display display, List<PageContents.Placed> images)
      throws IOException {
    double pixels = display.width() * display.height() * Math.pow(GOOD_RESOLUTION / 72.0, 2);
    double scale =
        GOOD_RESOLUTION / 72.0 * Math.min(1, Math.sqrt(MOST_DRAWN_PIXELS / Math.max(1, pixels)));
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    BufferedImage image = renderer.renderImage(index, (float) scale, ImageType.GRAY);
    int scanned =
        images.stream()
            .filter(i -> i.area() > NEARLY_ALL * display.width() * display.height())
            .mapToInt(
                i ->
                    (int)
                        Math.round(
                            i.image().getWidth()
                                * 72
                                / Math.hypot(i.matrix().getScaleX(), i.matrix().getShearY())))
            .max()
            .orElse(0);
    return new ScannedPage(
        ofImage(image),
        (int) Math.round(scale * 72),
        scanned,
        AffineTransform.getScaleInstance(
            display.width() / image.getWidth(), display.height() / image.getHeight()));
  }

  @Override
  public void close() {
    gray.close();
  }
}
