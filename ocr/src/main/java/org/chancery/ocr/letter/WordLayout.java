package org.chancery.ocr.letter;

import fr.opensagres.poi.xwpf.converter.pdf.PdfConverter;
import fr.opensagres.poi.xwpf.converter.pdf.PdfOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Word documents laid out as PDF. */
final class WordLayout {
  private WordLayout() {}

  static void write(Path word, OutputStream pdf) throws IOException {
    LetterFonts fonts = new LetterFonts();
    PdfOptions options =
        PdfOptions.create()
            .fontProvider(
                (family, encoding, size, style, color) -> fonts.font(family, size, style, color));
    try (InputStream in = Files.newInputStream(word);
        XWPFDocument document = styled(new XWPFDocument(in))) {
      PdfConverter.getInstance().convert(document, pdf, options);
    }
  }

  /** The layout wants styles, which a document need not have. */
  private static XWPFDocument styled(XWPFDocument document) throws IOException {
    if (document.getStyles() != null) {
      return document;
    }
    try (document) {
      document.createStyles();
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      document.write(whole);
      return new XWPFDocument(new ByteArrayInputStream(whole.toByteArray()));
    }
  }
}
