package org.chancery.ocr.letter;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.chancery.ocr.code.DrawnCode;

/**
 * The code and the number in the lower right corner of a letter's pages, within the margin of an
 * inch that letters have.
 */
final class Margin {
  private static final float MILLIMETRE = 72 / 25.4f;
  private static final float SIDE = 23 * MILLIMETRE;
  private static final float EDGE = 6 * MILLIMETRE;
  private static final float SIZE = 6.5f;
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDDocument letter;
  private final DrawnCode code;
  private final String number;
  private final PDFont font;

  Margin(PDDocument letter, LetterPdf.Code code) throws IOException {
    this.letter = letter;
    this.code = new DrawnCode(code.text());
    this.number = code.number();
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      this.font = PDType0Font.load(letter, in);
    }
  }

  void mark(PDPage page) throws IOException {
    PDRectangle paper = page.getCropBox();
    float left = paper.getUpperRightX() - EDGE - SIDE;
    float bottom = paper.getLowerLeftY() + EDGE;
    try (PDPageContentStream content =
        new PDPageContentStream(letter, page, AppendMode.APPEND, true, true)) {
      code.draw(content, left, bottom, SIDE);
      float width = font.getStringWidth(number) / 1000 * SIZE;
      content.beginText();
      content.setFont(font, SIZE);
      content.newLineAtOffset(left - width - MILLIMETRE, bottom + 3 * MILLIMETRE);
      content.showText(number);
      content.endText();
    }
  }
}
