package org.chancery.ocr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Makes letters: as born-digital PDF, and as images of paper that lay badly on the scanner. */
final class Paper {
  static final String LETTER =
      """
      Margaret Okafor
      118 Willow Street
      Duluth, MN 55802

      March 3, 2011

      Dear Madam Secretary:

      I am writing about the delay in the decision on my application. I have
      waited for more than two years, and I was told twice that the papers
      were lost between two offices. My receipt number is WAC-10-555-01234.

      Would you please ask the office in Saint Paul to tell me what is still
      missing? I would be grateful for an answer before the end of the month.

      Sincerely,
      Margaret Okafor
      """;

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private Paper() {}

  /** A born-digital PDF, one page for each text. */
  static void writePdf(Path file, List<String> texts) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDFont font = font(document);
      for (String text : texts) {
        addTextPage(document, font, text);
      }
      document.save(file.toFile());
    }
  }

  static PDFont font(PDDocument document) throws IOException {
    try (InputStream ttf = PDDocument.class.getResourceAsStream(FONT)) {
      return PDType0Font.load(document, ttf, true);
    }
  }

  static PDPage addTextPage(PDDocument document, PDFont font, String text) throws IOException {
    PDPage page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      write(content, font, text, 720);
    }
    return page;
  }

  static void write(PDPageContentStream content, PDFont font, String text, float y)
      throws IOException {
    content.beginText();
    content.setFont(font, 12);
    content.setLeading(16);
    content.newLineAtOffset(72, y);
    for (String line : text.split("\n")) {
      content.showText(line);
      content.newLine();
    }
    content.endText();
  }

  /** Adds a page that is nothing but this image, as JPEG when told. */
  static PDPage addScan(PDDocument document, BufferedImage image, boolean jpeg) throws IOException {
    PDPage page = new PDPage(PDRectangle.LETTER);
    document.addPage(page);
    PDImageXObject scan =
        jpeg
            ? JPEGFactory.createFromImage(document, image, 0.8f)
            : LosslessFactory.createFromImage(document, image);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawImage(scan, 0, 0, 612, 792);
    }
    return page;
  }

  /** The text as it comes from a printer, scanned straight. */
  static BufferedImage image(String text, int dpi) throws IOException {
    File file = File.createTempFile("paper", ".pdf");
    try {
      writePdf(file.toPath(), List.of(text));
      try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(file)) {
        return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
      }
    } finally {
      java.nio.file.Files.delete(file.toPath());
    }
  }

  static BufferedImage turned(BufferedImage image, int quarterTurns) {
    boolean swap = quarterTurns % 2 == 1;
    int w = swap ? image.getHeight() : image.getWidth();
    int h = swap ? image.getWidth() : image.getHeight();
    AffineTransform turn = AffineTransform.getTranslateInstance(w / 2.0, h / 2.0);
    turn.quadrantRotate(quarterTurns);
    turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    return drawn(image, w, h, turn);
  }

  static BufferedImage skewed(BufferedImage image, double degrees) {
    AffineTransform skew =
        AffineTransform.getRotateInstance(
            Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
    return drawn(image, image.getWidth(), image.getHeight(), skew);
  }

  static BufferedImage bilevel(BufferedImage image) {
    BufferedImage bilevel =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean white = image.getRaster().getSample(x, y, 0) > 128;
        bilevel.getRaster().setSample(x, y, 0, white ? 1 : 0);
      }
    }
    return bilevel;
  }

  static BufferedImage noisy(BufferedImage image, double sigma, long seed) {
    Random random = new Random(seed);
    BufferedImage noisy = drawn(image, image.getWidth(), image.getHeight(), new AffineTransform());
    for (int y = 0; y < noisy.getHeight(); y++) {
      for (int x = 0; x < noisy.getWidth(); x++) {
        double sample = noisy.getRaster().getSample(x, y, 0) + sigma * random.nextGaussian();
        noisy.getRaster().setSample(x, y, 0, (int) Math.max(0, Math.min(255, sample)));
      }
    }
    return noisy;
  }

  private static BufferedImage drawn(BufferedImage image, int w, int h, AffineTransform how) {
    BufferedImage result = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = result.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, w, h);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, how, null);
    graphics.dispose();
    return result;
  }
}
