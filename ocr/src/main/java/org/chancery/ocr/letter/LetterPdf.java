package org.chancery.ocr.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;
import org.chancery.ocr.pdf.PreservedPdf;

/** A letter as it is to be printed and signed: a PDF with a code on each page. */
public final class LetterPdf {
  /** Media type of Word documents (ECMA-376). */
  public static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final String PDF = "application/pdf";
  private static final int MOST_PAGES = 200;

  private LetterPdf() {}

  /**
   * What marks the paper.
   *
   * @param text of the code
   * @param number what people read beside it
   */
  public record Code(String text, String number) {}

  /**
   * What came of it.
   *
   * @param pages how many
   * @param unfilled names of fields that still stand where values should
   */
  public record Printed(int pages, List<String> unfilled) {}

  /**
   * Lays a letter out.
   *
   * @param file a Word document or a PDF, not changed
   * @param mediaType which of them it is
   * @param letter where the PDF is written
   * @param step called after each page
   * @throws UnreadableFile when it is neither
   */
  public static Printed write(Path file, String mediaType, Code code, Path letter, Runnable step)
      throws IOException, UnreadableFile {
    try (PDDocument pages = pages(file, mediaType)) {
      step.run();
      List<String> unfilled = Placeholders.in(new PDFTextStripper().getText(pages));
      if (pages.getNumberOfPages() > MOST_PAGES) {
        throw new UnreadableFile(
            Reason.TOO_LARGE, "It has more than " + MOST_PAGES + " pages; that is no letter.");
      }
      Margin margin = new Margin(pages, code);
      for (PDPage page : pages.getPages()) {
        margin.mark(page);
        step.run();
      }
      pages.save(letter.toFile());
      return new Printed(pages.getNumberOfPages(), unfilled);
    }
  }

  /**
   * Makes a copy in PDF/A, for an archive.
   *
   * @param file a Word document or a PDF, not changed
   * @param mediaType which of them it is
   * @param drawn whether the copy's pages are pictures of its own
   * @param copy where the PDF is written
   * @param step called after each page
   * @return how many pages
   * @throws UnreadableFile when it is neither
   */
  public static int preserve(Path file, String mediaType, boolean drawn, Path copy, Runnable step)
      throws IOException, UnreadableFile {
    if (mediaType.equals(PDF)) {
      return PreservedPdf.write(file, drawn, copy, step);
    }
    if (!mediaType.equals(WORD)) {
      throw new UnreadableFile(
          Reason.UNSUPPORTED,
          "Copies in PDF/A are made of Word documents (DOCX) and PDFs; this is "
              + mediaType
              + ". Save it as PDF/A where it was written.");
    }
    Path laidOut = copy.resolveSibling(copy.getFileName() + ".layout");
    try {
      try (OutputStream out = Files.newOutputStream(laidOut)) {
        WordLayout.write(file, out);
      }
      step.run();
      return PreservedPdf.write(laidOut, drawn, copy, step);
    } finally {
      Files.deleteIfExists(laidOut);
    }
  }

  private static PDDocument pages(Path file, String mediaType) throws IOException, UnreadableFile {
    if (mediaType.equals(WORD)) {
      ByteArrayOutputStream laidOut = new ByteArrayOutputStream();
      WordLayout.write(file, laidOut);
      return Loader.loadPDF(laidOut.toByteArray());
    }
    if (!mediaType.equals(PDF)) {
      throw new UnreadableFile(
          Reason.UNSUPPORTED,
          "A Word document (DOCX) or a PDF can be printed for signature; this is "
              + mediaType
              + ".");
    }
    try {
      PDDocument pages = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
      if (!pages.getSignatureDictionaries().isEmpty()) {
        pages.close();
        throw new UnreadableFile(
            Reason.UNSUPPORTED,
            "It carries an electronic signature, which printing would break; it need not be signed"
                + " on paper.");
      }
      pages.setAllSecurityToBeRemoved(true);
      return pages;
    } catch (InvalidPasswordException e) {
      throw new UnreadableFile(
          Reason.ENCRYPTED, "The PDF opens only with a password. Save it without one.", e);
    }
  }
}
