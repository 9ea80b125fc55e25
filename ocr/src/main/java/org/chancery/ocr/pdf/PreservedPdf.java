package org.chancery.ocr.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.chancery.ocr.page.PageText;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;

/** Copies of PDFs in PDF/A-2b, for an archive; the original is not changed. */
public final class PreservedPdf {
  private static final int RESOLUTION = 300;
  private static final double MOST_PIXELS = 40e6;
  private static final float QUALITY = 0.92f;

  private PreservedPdf() {}

  /**
   * Writes a copy.
   *
   * @param source a PDF
   * @param drawn whether the copy's pages are pictures of the source's, with the text invisible
   *     over them; else they are the source's own
   * @param target where it is written
   * @param step called after each page
   * @return how many pages
   * @throws UnreadableFile when it opens only with a password, or is no PDF inside
   */
  public static int write(Path source, boolean drawn, Path target, Runnable step)
      throws IOException, UnreadableFile {
    try (PDDocument document = open(source)) {
      if (drawn) {
        return draw(source, document, target, step);
      }
      document.setAllSecurityToBeRemoved(true);
      boolean lasting = LastingPdf.make(document);
      step.run();
      if (!lasting) {
        // Of no use as it is: the pages are drawn at once.
        return write(source, true, target, step);
      }
      document.save(target.toFile(), CompressParameters.NO_COMPRESSION);
      return document.getNumberOfPages();
    }
  }

  private static PDDocument open(Path source) throws IOException, UnreadableFile {
    try {
      return Loader.loadPDF(source.toFile(), IOUtils.createTempFileOnlyStreamCache());
    } catch (InvalidPasswordException e) {
      throw new UnreadableFile(
          Reason.ENCRYPTED, "The PDF opens only with a password. Save it without one.", e);
    }
  }

  private static int draw(Path source, PDDocument document, Path target, Runnable step)
      throws IOException, UnreadableFile {
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    int pages = document.getNumberOfPages();
    try (PDDocument copy = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
        PdfFile texts = PdfFile.open(source)) {
      InvisibleText layer = new InvisibleText(copy);
      for (int i = 0; i < pages; i++) {
        Display display = Display.of(document.getPage(i));
        PDPage page =
            new PDPage(new PDRectangle((float) display.width(), (float) display.height()));
        copy.addPage(page);
        PDImageXObject picture = picture(copy, renderer, i, display);
        try (PDPageContentStream stream = new PDPageContentStream(copy, page)) {
          stream.drawImage(picture, 0, 0, (float) display.width(), (float) display.height());
        }
        Optional<PageText> text = texts.ownText(i);
        if (text.isPresent()) {
          layer.addTo(page, text.get());
        }
        step.run();
      }
      LastingPdf.make(copy);
      copy.save(target.toFile(), CompressParameters.NO_COMPRESSION);
    }
    return pages;
  }

  /** Gray pages stay gray and lose nothing; pages in colour are packed as photographs are. */
  private static PDImageXObject picture(
      PDDocument copy, PDFRenderer renderer, int page, Display display) throws IOException {
    double pixels = display.width() * display.height() * Math.pow(RESOLUTION / 72.0, 2);
    double scale = RESOLUTION / 72.0 * Math.min(1, Math.sqrt(MOST_PIXELS / Math.max(1, pixels)));
    BufferedImage image = renderer.renderImage(page, (float) scale, ImageType.RGB);
    if (!isGray(image)) {
      return JPEGFactory.createFromImage(copy, image, QUALITY, RESOLUTION);
    }
    BufferedImage gray =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    var graphics = gray.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return LosslessFactory.createFromImage(copy, gray);
  }

  private static boolean isGray(BufferedImage image) {
    int[] line = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, line.length, 1, line, 0, line.length);
      for (int rgb : line) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        if (red != green || green != (rgb & 0xff)) {
          return false;
        }
      }
    }
    return true;
  }
}
