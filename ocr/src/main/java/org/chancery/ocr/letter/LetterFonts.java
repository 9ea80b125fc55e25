package org.chancery.ocr.letter;

import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.librepdf.openpdf.fonts.Liberation;

/**
 * The fonts letters are laid out in, whatever the machine has: Liberation's, whose letters are as
 * wide as those of Times New Roman, Arial and Courier New, embedded into the PDF.
 */
final class LetterFonts {
  private static final String SERIF =
      ".*(times|serif|roman|georgia|garamond|cambria|palatino|bookman|century|tinos).*";
  private static final String MONO = ".*(courier|mono|consolas|cousine).*";

  private final Map<String, BaseFont> loaded = new HashMap<>();

  /** A font of the letter; what has no like of its own is set in the one without serifs. */
  Font font(String family, float size, int style, Color color) {
    boolean bold = style >= 0 && (style & Font.BOLD) != 0;
    boolean italic = style >= 0 && (style & Font.ITALIC) != 0;
    String name = "Liberation" + face(family == null ? "" : family) + "-" + cut(bold, italic);
    // The face is bold and slanted by itself; lines under and through it are drawn.
    int drawn = style < 0 ? Font.UNDEFINED : style & ~(Font.BOLD | Font.ITALIC);
    return new Font(loaded.computeIfAbsent(name, LetterFonts::load), size, drawn, color);
  }

  private static String face(String family) {
    String name = family.toLowerCase(Locale.ROOT);
    if (name.matches(MONO)) {
      return "Mono";
    }
    boolean sans = name.contains("sans");
    return !sans && name.matches(SERIF) ? "Serif" : "Sans";
  }

  private static String cut(boolean bold, boolean italic) {
    if (bold) {
      return italic ? "BoldItalic" : "Bold";
    }
    return italic ? "Italic" : "Regular";
  }

  private static BaseFont load(String name) {
    String file = name + ".ttf";
    try (InputStream in = Liberation.class.getResourceAsStream("/liberation/" + file)) {
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DocumentException e) {
      throw new IllegalStateException("The fonts we ship can be used", e);
    }
  }
}
