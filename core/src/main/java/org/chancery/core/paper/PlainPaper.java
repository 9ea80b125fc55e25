package org.chancery.core.paper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chancery.core.repository.Sha256;

/**
 * A plain paper as PDF/A-2b (ISO 19005-2): a heading and paragraphs, on as many pages of US letter
 * size as they need, in one font that the file brings along. Its text can be selected and searched.
 * On a machine without fonts it is an ordinary PDF in a font that every reader has.
 */
public final class PlainPaper {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** At 10 points, between margins of 0.75 inch. */
  private static final int COLUMNS = 84;

  private static final int LINES = 50;

  /** Catalog, pages, metadata, information, font. */
  private static final int FIRST = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();
  private final String title;
  private final List<List<String>> pages;
  private final Instant at;
  private final Optional<OutlineFont> font;
  private final List<Character> letters;

  private PlainPaper(String title, List<String> paragraphs, Instant at) {
    this.title = title;
    this.pages = pages(paragraphs);
    this.at = at.truncatedTo(ChronoUnit.SECONDS);
    this.font = OutlineFont.of(title + String.join("", paragraphs) + "Page of 0123456789 ");
    this.letters = font.map(each -> List.copyOf(each.glyphs().keySet())).orElse(List.of());
  }

  /**
   * Writes it.
   *
   * @param title the heading
   * @param paragraphs what follows, each by itself
   * @param at when it was made
   */
  public static byte[] write(String title, List<String> paragraphs, Instant at) {
    return new PlainPaper(title, paragraphs, at).paper();
  }

  private byte[] paper() {
    text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    int fontObjects = font.isPresent() ? letters.size() + 1 : 0;
    int firstPage = FIRST + fontObjects + 1;
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(firstPage + 2 * i).append(" 0 R ");
    }
    object(
        "<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R/Lang(en-US)"
            + "/ViewerPreferences<</DisplayDocTitle true>>>>");
    object("<</Type/Pages/Count " + pages.size() + "/Kids[" + kids.toString().strip() + "]>>");
    stream("/Type/Metadata/Subtype/XML", metadata().getBytes(StandardCharsets.UTF_8));
    object(
        "<</Title "
            + unicode(title)
            + "/CreationDate(D:"
            + DATE.format(at)
            + "Z)/ModDate(D:"
            + DATE.format(at)
            + "Z)>>");
    font();
    for (int i = 0; i < pages.size(); i++) {
      object(
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>"
              + "/ColorSpace<</Ink[/CalGray<</WhitePoint[0.9505 1 1.089]>>]>>>>/Contents "
              + (firstPage + 2 * i + 1)
              + " 0 R>>");
      stream("", drawn(pages.get(i), i + 1).getBytes(StandardCharsets.US_ASCII));
    }
    int table = out.size();
    text("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    offsets.forEach(offset -> text(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
    String id = Sha256.of(out.toByteArray()).substring(0, 32);
    text(
        "trailer\n<</Size "
            + (offsets.size() + 1)
            + "/Root 1 0 R/Info 4 0 R/ID[<"
            + id
            + "><"
            + id
            + ">]>>\nstartxref\n"
            + table
            + "\n%%EOF\n");
    return out.toByteArray();
  }

  private String metadata() {
    String time = DateTimeFormatter.ISO_INSTANT.format(at);
    return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        + (font.isPresent()
            ? " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" pdfaid:part=\"2\""
                + " pdfaid:conformance=\"B\""
            : "")
        + " xmp:CreateDate=\""
        + time
        + "\" xmp:ModifyDate=\""
        + time
        + "\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
        + title.replace("&", "&amp;").replace("<", "&lt;")
        + "</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>\n"
        + "<?xpacket end=\"w\"?>";
  }

  private void font() {
    if (font.isEmpty()) {
      object("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>");
      return;
    }
    StringBuilder drawings = new StringBuilder();
    StringBuilder names = new StringBuilder();
    StringBuilder widths = new StringBuilder();
    for (int i = 0; i < letters.size(); i++) {
      drawings.append("/g").append(i).append(' ').append(FIRST + 2 + i).append(" 0 R");
      names.append("/g").append(i);
      widths.append(OutlineFont.WIDTH).append(' ');
    }
    object(
        "<</Type/Font/Subtype/Type3/FontBBox[0 -300 600 1100]/FontMatrix[.001 0 0 .001 0 0]"
            + "/Resources<<>>/CharProcs<<"
            + drawings
            + ">>/Encoding<</Type/Encoding/Differences[1"
            + names
            + "]>>/FirstChar 1/LastChar "
            + letters.size()
            + "/Widths["
            + widths.toString().strip()
            + "]/ToUnicode "
            + (FIRST + 1)
            + " 0 R>>");
    stream("", toUnicode().getBytes(StandardCharsets.US_ASCII));
    for (char letter : letters) {
      String drawing =
          OutlineFont.WIDTH + " 0 0 -300 600 1100 d1 " + font.get().glyphs().get(letter);
      stream("", drawing.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private String toUnicode() {
    StringBuilder map =
        new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def"
                + " /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n");
    for (int from = 0; from < letters.size(); from += 100) {
      List<Character> part = letters.subList(from, Math.min(letters.size(), from + 100));
      map.append(part.size()).append(" beginbfchar\n");
      for (int i = 0; i < part.size(); i++) {
        map.append(String.format(Locale.ROOT, "<%02X> <%04X>\n", from + i + 1, (int) part.get(i)));
      }
      map.append("endbfchar\n");
    }
    return map + "endcmap CMapName currentdict /CMap defineresource pop end end";
  }

  private String drawn(List<String> lines, int page) {
    StringBuilder drawn = new StringBuilder("/Ink cs 0 sc\nBT\n/F1 14 Tf 54 730 Td ");
    drawn.append(shown(title)).append("/F1 10 Tf 0 -28 Td 13 TL\n");
    lines.forEach(line -> drawn.append(shown(line)).append("T*\n"));
    drawn.append("ET\nBT /F1 9 Tf 54 36 Td ");
    return drawn.append(shown("Page " + page + " of " + pages.size())).append("ET").toString();
  }

  /** A line as the font's codes. */
  private String shown(String line) {
    StringBuilder codes = new StringBuilder("<");
    for (char letter : line.toCharArray()) {
      codes.append(String.format(Locale.ROOT, "%02X", code(letter)));
    }
    return codes.append("> Tj\n").toString();
  }

  private int code(char letter) {
    return font.map(each -> letters.indexOf(each.drawable(letter)) + 1)
        .orElse(letter < 127 ? (int) letter : '?');
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

  /** A text of the document's information, as UTF-16. */
  private static String unicode(String text) {
    StringBuilder hex = new StringBuilder("<FEFF");
    for (char each : text.toCharArray()) {
      hex.append(String.format(Locale.ROOT, "%04X", (int) each));
    }
    return hex.append('>').toString();
  }

  private void object(String body) {
    offsets.add(out.size());
    text(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
  }

  private void stream(String entries, byte[] bytes) {
    offsets.add(out.size());
    text(offsets.size() + " 0 obj\n<<" + entries + "/Length " + bytes.length + ">>\nstream\n");
    out.write(bytes, 0, bytes.length);
    text("\nendstream\nendobj\n");
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    out.write(bytes, 0, bytes.length);
  }
}
