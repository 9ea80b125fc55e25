package org.chancery.ocr.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.chancery.ocr.code.CodeFinder;
import org.chancery.ocr.page.PageRecogniser;
import org.chancery.ocr.page.PageText;
import org.chancery.ocr.page.RecognisedPage;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;

/** An opened PDF; its pages are loaded one by one. */
public final class PdfFile implements AutoCloseable {
  private final PDDocument document;

  private PdfFile(PDDocument document) {
    this.document = document;
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableFile when it needs a password, or is no PDF inside
   */
  public static PdfFile open(Path file) throws UnreadableFile {
    try {
      PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
      if (document.getNumberOfPages() == 0) {
        document.close();
        throw new UnreadableFile(Reason.DAMAGED, "The PDF has no page.");
      }
      return new PdfFile(document);
    } catch (InvalidPasswordException e) {
      throw new UnreadableFile(
          Reason.ENCRYPTED,
          "The PDF opens only with a password. Ask the sender for a copy without one.",
          e);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  static UnreadableFile damaged(Exception e) {
    return new UnreadableFile(
        Reason.DAMAGED, "The PDF is damaged. Ask for it again or scan the paper again.", e);
  }

  /** Number of pages, at least 1. */
  public int pages() {
    return document.getNumberOfPages();
  }

  /** Whether somebody signed it electronically. */
  public boolean isSigned() {
    return !document.getSignatureDictionaries().isEmpty();
  }

  /** Whether it is encrypted although it opens without a password. */
  public boolean isEncrypted() {
    return document.isEncrypted();
  }

  /** A page's own text, or empty when the page has to be recognised. */
  public Optional<PageText> ownText(int index) throws IOException {
    Display display = Display.of(document.getPage(index));
    PageContents contents = PageContents.of(document, index);
    if (new TextLayer(contents, display).needsRecognition()) {
      return Optional.empty();
    }
    return Optional.of(
        new PageText(
            display.width(),
            display.height(),
            0,
            PageText.TEXT_LAYER,
            new double[] {1, 0, 0, 1, 0, 0},
            contents.words()));
  }

  /**
   * The texts of the codes on a page that is a scan although it has its own text: a scanner's
   * recognition has been there before. Nothing on a page that was never paper.
   */
  public List<String> codesOnScan(int index) throws IOException, UnreadableFile {
    Display display = Display.of(document.getPage(index));
    PageContents contents = PageContents.of(document, index);
    if (!new TextLayer(contents, display).liesUnderScan()) {
      return List.of();
    }
    try (ScannedPage page = ScannedPage.of(document, index)) {
      return CodeFinder.find(page.gray(), page.resolution());
    }
  }

  /**
   * What recognition made of a page.
   *
   * @param text the words in place
   * @param confidence mean, 0 to 100
   * @param resolution of the scan in dots per inch; 0 when there is no scan on the page
   */
  public record Recognised(PageText text, double confidence, int resolution) {}

  /** Recognises one page's image. */
  public Recognised recognise(
      int index, PageRecogniser recogniser, PageRecogniser.UprightImage image)
      throws IOException, UnreadableFile {
    Display display = Display.of(document.getPage(index));
    try (ScannedPage page = ScannedPage.of(document, index)) {
      RecognisedPage read = recogniser.recognise(page.gray(), page.resolution(), image);
      PageText text =
          PageText.recognised(display.width(), display.height(), page.toDisplay(), read);
      return new Recognised(text, read.confidence(), page.scanned());
    }
  }

  /** Draws the first page, no wider than told, as PNG. */
  public void drawThumbnail(Path file, int widest) throws IOException {
    Display display = Display.of(document.getPage(0));
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    float scale = (float) Math.min(4, widest / display.width());
    BufferedImage image = renderer.renderImage(0, scale, ImageType.RGB);
    ImageIO.write(image, "png", file.toFile());
  }

  /**
   * Writes a copy with the recognised pages' words laid invisibly over their images. Images keep
   * their bytes. It is PDF/A-2b wherever the pages allow that.
   *
   * @param recognised the words of a page, or null where the page's own text serves
   */
  public void writeSearchable(Path file, IntFunction<PageText> recognised) throws IOException {
    InvisibleText layer = new InvisibleText(document);
    for (int i = 0; i < pages(); i++) {
      PageText text = recognised.apply(i);
      if (text != null) {
        PDPage page = document.getPage(i);
        layer.addTo(page, text);
      }
    }
    document.setAllSecurityToBeRemoved(true);
    LastingPdf.make(document);
    document.save(file.toFile(), CompressParameters.NO_COMPRESSION);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
