package org.chancery.ocr.pdf;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.chancery.ocr.page.PageText;
import org.chancery.ocr.page.Word;

/** Lays recognised words, invisible, over the places where a page shows them. */
final class InvisibleText {
  private static final COSName FONT = COSName.getPDFName("ChanceryInvisible");

  private final PDDocument document;
  private final COSDictionary font;

  InvisibleText(PDDocument document) throws IOException {
    this.document = document;
    this.font = InvisibleFont.in(document);
  }

  /**
   * Adds the words to a page and shows it upright; what the page already holds is kept as it is.
   */
  void addTo(PDPage page, PageText text) throws IOException {
    page.setRotation((page.getRotation() + text.rotation()) % 360);
    if (text.words().isEmpty()) {
      return;
    }
    addFontTo(page);
    COSArray contents = new COSArray();
    contents.add(stream("q\n"));
    COSBase old = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
    if (old instanceof COSArray parts) {
      contents.addAll(parts);
    } else if (old != null) {
      contents.add(page.getCOSObject().getItem(COSName.CONTENTS));
    }
    String operators = operators(text, Display.of(page).toUserSpace());
    contents.add(stream("\nQ\n" + operators));
    page.getCOSObject().setItem(COSName.CONTENTS, contents);
  }

  private void addFontTo(PDPage page) {
    // Resources may be shared with other pages or inherited: give this page its own copy.
    PDResources shared = page.getResources();
    COSDictionary own =
        shared == null ? new COSDictionary() : new COSDictionary(shared.getCOSObject());
    COSDictionary sharedFonts = own.getCOSDictionary(COSName.FONT);
    COSDictionary fonts =
        sharedFonts == null ? new COSDictionary() : new COSDictionary(sharedFonts);
    fonts.setItem(FONT, font);
    own.setItem(COSName.FONT, fonts);
    page.setResources(new PDResources(own));
  }

  private static String operators(PageText text, AffineTransform toUserSpace) {
    StringBuilder out = new StringBuilder("BT 3 Tr /" + FONT.getName() + " 1 Tf\n");
    LevelLines lines = new LevelLines(text);
    List<Word> words = text.words();
    int start = 0;
    while (start < words.size()) {
      int end = start + 1;
      while (end < words.size() && words.get(end).line() == words.get(start).line()) {
        end++;
      }
      List<Word> line = words.subList(start, end);
      LevelLines.Line placed = lines.line(line);
      for (Word word : line) {
        boolean endsLine = word == line.get(line.size() - 1);
        AffineTransform matrix = new AffineTransform(toUserSpace);
        matrix.concatenate(placed.place(word));
        show(out, matrix, word, endsLine ? word.text() : word.text() + " ");
      }
      start = end;
    }
    return out.append("ET\n").toString();
  }

  private static void show(StringBuilder out, AffineTransform place, Word word, String shown) {
    double stretch = Math.max(word.width(), 1e-3) / (InvisibleFont.ADVANCE * word.text().length());
    // Text space has its second axis upwards, the page as shown has it downwards.
    place.scale(stretch, -Math.max(word.size(), 1e-3));
    double[] m = new double[6];
    place.getMatrix(m);
    for (double value : m) {
      out.append(String.format(Locale.ROOT, "%.4f ", value));
    }
    out.append("Tm <").append(hex(shown)).append("> Tj\n");
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder(4 * text.length());
    for (char c : text.toCharArray()) {
      String digits = Integer.toHexString(c);
      hex.append("0000", 0, 4 - digits.length()).append(digits);
    }
    return hex.toString();
  }

  private COSStream stream(String operators) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(operators.getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }
}
