package org.chancery.ocr.image;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.chancery.ocr.page.PageRecogniser;
import org.chancery.ocr.page.PageText;
import org.chancery.ocr.page.PixelLimit;
import org.chancery.ocr.page.Raster;
import org.chancery.ocr.page.RecognisedPage;
import org.chancery.ocr.page.Reduction;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;

/** A scan in an image format: TIFF with any number of pages, JPEG, PNG, BMP, GIF. */
public final class ImageFile {
  private static final String TIFF = "image/tiff";
  private static final String JPEG = "image/jpeg";

  /** What the searchable copy decodes in the JVM's own small heap. */
  private static final long MOST_REPACKED_BYTES = 200_000_000L;

  private final Path file;
  private final String mediaType;

  /** Stands for this file, which is of this type. */
  public ImageFile(Path file, String mediaType) {
    this.file = file;
    this.mediaType = mediaType;
  }

  /** Whether images of this type are read. */
  public static boolean reads(String mediaType) {
    return switch (mediaType) {
      case TIFF, JPEG, "image/png", "image/gif", "image/bmp", "image/x-ms-bmp" -> true;
      default -> false;
    };
  }

  /**
   * Counts the pages and checks each one's size, decoding nothing.
   *
   * @throws UnreadableFile when a page is too large, or the headers make no sense
   */
  public int checkedPages() throws UnreadableFile {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw damaged(null);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, false, true);
        int pages = mediaType.equals(TIFF) ? reader.getNumImages(true) : 1;
        for (int i = 0; i < pages; i++) {
          check(reader, i);
        }
        if (pages < 1) {
          throw damaged(null);
        }
        return pages;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // The readers of the JDK throw all sorts of unchecked exceptions at broken headers.
      throw damaged(e);
    }
  }

  private void check(ImageReader reader, int page) throws IOException, UnreadableFile {
    long width = reader.getWidth(page);
    long height = reader.getHeight(page);
    int bits = mediaType.equals(JPEG) ? 8 : bits(reader, page);
    PixelLimit.check(width, height, bits);
    if (!mediaType.equals(JPEG) && width * height * bits / 8 > MOST_REPACKED_BYTES) {
      PixelLimit.check(width, height, Integer.MAX_VALUE);
    }
  }

  private static int bits(ImageReader reader, int page) throws IOException {
    var type = reader.getRawImageType(page);
    return type == null ? 24 : type.getColorModel().getPixelSize();
  }

  private static UnreadableFile damaged(Exception cause) {
    return new UnreadableFile(Reason.DAMAGED, "The image is damaged. Scan the paper again.", cause);
  }

  /**
   * What recognition made of a page.
   *
   * @param text the words in place
   * @param confidence mean, 0 to 100
   * @param resolution dots per inch of the scan
   */
  public record Recognised(PageText text, double confidence, int resolution) {}

  /** Recognises one page, from 0. */
  public Recognised recognise(
      int page, PageRecogniser recogniser, PageRecogniser.UprightImage image)
      throws UnreadableFile, IOException {
    Raster decoded;
    try {
      decoded = decode(page);
    } catch (IOException e) {
      throw damaged(e);
    }
    try (decoded) {
      Resolution resolution = Resolution.of(decoded);
      try (Raster gray = prepared(decoded, resolution)) {
        double sx = (double) gray.width() / decoded.width();
        int dpi = (int) Math.round(resolution.x() * sx);
        RecognisedPage read = recogniser.recognise(gray, dpi, image);
        double width = decoded.width() * 72.0 / resolution.x();
        double height = decoded.height() * 72.0 / resolution.y();
        AffineTransform toPage =
            AffineTransform.getScaleInstance(width / gray.width(), height / gray.height());
        return new Recognised(
            PageText.recognised(width, height, toPage, read),
            read.confidence(),
            Math.min(resolution.x(), resolution.y()));
      }
    }
  }

  private Raster decode(int page) throws IOException {
    return switch (mediaType) {
      case TIFF -> Raster.ofTiff(file, page);
      case JPEG -> Raster.ofJpeg(Files.readAllBytes(file), 1);
      default -> Raster.ofFile(file);
    };
  }

  /** Gray, with square pixels, and not finer than recognition profits from. */
  private static Raster prepared(Raster decoded, Resolution resolution) throws IOException {
    int reduction = Reduction.of(resolution.x(), (long) decoded.width() * decoded.height());
    if (reduction > 1) {
      return decoded.grayReduced(reduction);
    }
    try (Raster gray = decoded.gray()) {
      double aspect = (double) resolution.x() / resolution.y();
      return aspect > 1.1
          ? gray.stretched(1, aspect)
          : aspect < 0.9 ? gray.stretched(1 / aspect, 1) : gray.stretched(1, 1);
    }
  }
}
