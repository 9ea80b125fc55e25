package org.chancery.ocr.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.chancery.ocr.page.PageText;

/**
 * Makes a searchable PDF of an image file. JPEG data, PNG data and a fax-coded TIFF page in one
 * strip go in as they are; other images are packed without loss. What comes of it is PDF/A-2b.
 */
public final class ImagePdf {
  private static final String TIFF = "image/tiff";

  private final Path image;
  private final String mediaType;

  /** Will read this file, which is of this type. */
  public ImagePdf(Path image, String mediaType) {
    this.image = image;
    this.mediaType = mediaType;
  }

  /** Writes the PDF: a page for each page image, its words laid invisibly over it. */
  public void write(Path file, int pages, IntFunction<PageText> texts) throws IOException {
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      InvisibleText layer = new InvisibleText(document);
      for (int i = 0; i < pages; i++) {
        PageText text = texts.apply(i);
        boolean turned = text.rotation() % 180 != 0;
        float width = (float) (turned ? text.height() : text.width());
        float height = (float) (turned ? text.width() : text.height());
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        PDImageXObject content = embedded(document, i);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
          stream.drawImage(content, 0, 0, width, height);
        }
        layer.addTo(page, text);
      }
      LastingPdf.make(document);
      document.save(file.toFile(), CompressParameters.NO_COMPRESSION);
    }
  }

  private PDImageXObject embedded(PDDocument document, int page) throws IOException {
    return switch (mediaType) {
      case "image/jpeg" -> JPEGFactory.createFromByteArray(document, Files.readAllBytes(image));
      case TIFF -> ofTiff(document, page);
      default ->
          PDImageXObject.createFromByteArray(
              document, Files.readAllBytes(image), image.getFileName().toString());
    };
  }

  private PDImageXObject ofTiff(PDDocument document, int page) throws IOException {
    try {
      PDImageXObject fax = CCITTFactory.createFromFile(document, image.toFile(), page);
      if (fax != null) {
        return fax;
      }
    } catch (IOException e) {
      // Not fax-coded, or in several strips: packed without loss below.
      return packed(document, page);
    }
    return packed(document, page);
  }

  private PDImageXObject packed(PDDocument document, int page) throws IOException {
    BufferedImage decoded = decoded(page);
    return decoded.getColorModel().getPixelSize() == 1
        ? CCITTFactory.createFromImage(document, decoded)
        : LosslessFactory.createFromImage(document, decoded);
  }

  private BufferedImage decoded(int page) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(image.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no reader for " + mediaType);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, false, true);
        return reader.read(page);
      } finally {
        reader.dispose();
      }
    }
  }
}
