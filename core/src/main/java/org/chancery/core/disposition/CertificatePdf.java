package org.chancery.core.disposition;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plain paper as PDF (ISO 32000-1): a heading and paragraphs, on as many pages of US letter size
 * as they need, in fonts that every reader has. Its text can be selected and searched.
 */
final class CertificatePdf {
  private static final Charset WIN_ANSI = Charset.forName("windows-1252");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Of the fixed-width font at 10 points, between margins of 0.75 inch. */
  private static final int COLUMNS = 84;

  private static final int LINES = 50;
  private static final int FIRST_OBJECTS = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private CertificatePdf() {}

  /** Writes it. */
  static byte[] write(String title, List<String> paragraphs, Instant at) {
    return new CertificatePdf().paper(title, paragraphs, at);
  }

  private byte[] paper(String title, List<String> paragraphs, Instant at) {
    List<List<String>> pages = pages(paragraphs);
    text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(FIRST_OBJECTS + 1 + 2 * i).append(" 0 R ");
    }
    object("<</Type/Catalog/Pages 2 0 R/Lang(en-US)/ViewerPreferences<</DisplayDocTitle true>>>>");
    object("<</Type/Pages/Count " + pages.size() + "/Kids[" + kids.toString().strip() + "]>>");
    object("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>");
    object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>");
    object("<</Title(" + escaped(title) + ")/CreationDate(D:" + DATE.format(at) + "Z)>>");
    for (int i = 0; i < pages.size(); i++) {
      int content = FIRST_OBJECTS + 2 + 2 * i;
      object(
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>"
              + "/Contents "
              + content
              + " 0 R>>");
      byte[] drawn = drawn(title, pages.get(i), i + 1, pages.size()).getBytes(WIN_ANSI);
      object(
          "<</Length "
              + drawn.length
              + ">>\nstream\n"
              + new String(drawn, WIN_ANSI)
              + "\nendstream");
    }
    int table = out.size();
    text("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    offsets.forEach(offset -> text(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
    text(
        "trailer\n<</Size "
            + (offsets.size() + 1)
            + "/Root 1 0 R/Info 5 0 R>>\nstartxref\n"
            + table
            + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static String drawn(String title, List<String> lines, int page, int of) {
    StringBuilder drawn = new StringBuilder("BT\n");
    drawn.append("/F2 14 Tf 54 730 Td (").append(escaped(title)).append(") Tj\n");
    drawn.append("/F1 10 Tf 0 -28 Td 13 TL\n");
    lines.forEach(line -> drawn.append('(').append(escaped(line)).append(") Tj T*\n"));
    drawn.append("ET\nBT /F1 9 Tf 54 36 Td (Page ").append(page).append(" of ").append(of);
    return drawn.append(") Tj ET").toString();
  }

  private static List<List<String>> pages(List<String> paragraphs) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      lines.addAll(wrapped(paragraph));
      lines.add("");
    }
    List<List<String>> pages = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += LINES) {
      pages.add(lines.subList(i, Math.min(lines.size(), i + LINES)));
    }
    return pages;
  }

  private static List<String> wrapped(String paragraph) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.strip().split("\\s+")) {
      String rest = word;
      if (!line.isEmpty() && line.length() + 1 + rest.length() > COLUMNS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (rest.length() > COLUMNS) {
        lines.add(rest.substring(0, COLUMNS));
        rest = rest.substring(COLUMNS);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
  }

  private void object(String body) {
    offsets.add(out.size());
    text(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
  }

  private void text(String text) {
    byte[] bytes =
        text.startsWith("%PDF")
            ? text.getBytes(StandardCharsets.ISO_8859_1)
            : text.getBytes(WIN_ANSI);
    out.write(bytes, 0, bytes.length);
  }
}
