package org.chancery.ocr.pdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * An embedded font without outlines, every glyph half an em wide, whose codes are UTF-16: what an
 * invisible text layer is written in (ISO 32000-1, 9.7 composite fonts, 9.10 extraction of text).
 */
final class InvisibleFont {
  /** Width of every glyph, in em. */
  static final double ADVANCE = 0.5;

  private static final int UNITS_PER_EM = 1000;
  private static final String NAME = "ChanceryInvisible";
  private static final COSName CID_TO_GID_MAP = COSName.getPDFName("CIDToGIDMap");

  private InvisibleFont() {}

  /** Makes the font dictionary; one serves the whole document. */
  static COSDictionary in(PDDocument document) throws IOException {
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    descendant.setName(COSName.BASE_FONT, NAME);
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.getPDFName("Registry"), new COSString("Adobe"));
    system.setItem(COSName.getPDFName("Ordering"), new COSString("Identity"));
    system.setInt(COSName.getPDFName("Supplement"), 0);
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setInt(COSName.DW, (int) (ADVANCE * UNITS_PER_EM));
    descendant.setItem(CID_TO_GID_MAP, stream(document, allToGlyphOne()));
    descendant.setItem(COSName.FONT_DESC, descriptor(document));

    COSArray descendants = new COSArray();
    descendants.add(descendant);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, NAME);
    font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    font.setItem(COSName.TO_UNICODE, stream(document, codesAreUnicode()));
    return font;
  }

  private static COSDictionary descriptor(PDDocument document) throws IOException {
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, NAME);
    // Fixed pitch, symbolic: ISO 32000-1, table 123.
    descriptor.setInt(COSName.FLAGS, 5);
    COSArray box = new COSArray();
    for (int edge : new int[] {0, 0, 500, 1000}) {
      box.add(COSInteger.get(edge));
    }
    descriptor.setItem(COSName.FONT_BBOX, box);
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, 1000);
    descriptor.setInt(COSName.DESCENT, 0);
    descriptor.setInt(COSName.CAP_HEIGHT, 1000);
    descriptor.setInt(COSName.STEM_V, 80);
    byte[] program = trueType();
    COSStream file = stream(document, program);
    file.setInt(COSName.LENGTH1, program.length);
    descriptor.setItem(COSName.FONT_FILE2, file);
    return descriptor;
  }

  private static COSStream stream(PDDocument document, byte[] bytes) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(bytes);
    }
    return stream;
  }

  private static byte[] allToGlyphOne() {
    byte[] map = new byte[2 * 65536];
    for (int i = 1; i < map.length; i += 2) {
      map[i] = 1;
    }
    return map;
  }

  private static byte[] codesAreUnicode() {
    return """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        1 beginbfrange
        <0000> <FFFF> <0000>
        endbfrange
        endcmap
        CMapName currentdict /CMap defineresource pop
        end
        end
        """
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The smallest TrueType font that readers accept: two glyphs, both empty. */
  private static byte[] trueType() throws IOException {
    Map<String, byte[]> tables = new TreeMap<>();
    tables.put("OS/2", os2());
    tables.put(
        "cmap",
        words(
            0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, 0xF000, 0xFFFF, 0, 0xF000, 0xFFFF, 0x1001, 1,
            0, 0));
    tables.put("glyf", words(0, 0));
    tables.put(
        "head",
        words(
            1,
            0,
            1,
            0,
            0,
            0,
            0x5F0F,
            0x3CF5,
            0x000B,
            UNITS_PER_EM,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            500,
            1000,
            0,
            8,
            2,
            0,
            0));
    tables.put("hhea", words(1, 0, 1000, 0, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 2));
    tables.put("hmtx", words(500, 0, 500, 0));
    tables.put("loca", words(0, 0, 0));
    tables.put("maxp", words(1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0));
    tables.put("name", name());
    tables.put("post", words(3, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0));
    return assembled(tables);
  }

  private static byte[] os2() throws IOException {
    int[] fields = new int[48];
    fields[0] = 3;
    fields[1] = 500;
    fields[2] = 400;
    fields[3] = 5;
    fields[31] = 0x40;
    fields[32] = 0xF000;
    fields[33] = 0xF000;
    fields[34] = 1000;
    fields[37] = 1000;
    return words(fields);
  }

  private static byte[] name() throws IOException {
    byte[] text = NAME.getBytes(StandardCharsets.UTF_16BE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(words(0, 1, 18, 3, 1, 0x409, 6, text.length, 0));
    bytes.write(text);
    return bytes.toByteArray();
  }

  private static byte[] words(int... values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int value : values) {
      out.writeShort(value);
    }
    return bytes.toByteArray();
  }

  private static byte[] assembled(Map<String, byte[]> tables) throws IOException {
    int count = tables.size();
    int power = Integer.highestOneBit(count);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x00010000);
    out.writeShort(count);
    out.writeShort(power * 16);
    out.writeShort(Integer.numberOfTrailingZeros(power));
    out.writeShort((count - power) * 16);
    int offset = 12 + 16 * count;
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      out.write(table.getKey().getBytes(StandardCharsets.US_ASCII));
      out.writeInt(checksum(table.getValue()));
      out.writeInt(offset);
      out.writeInt(table.getValue().length);
      offset += padded(table.getValue().length);
    }
    for (byte[] table : tables.values()) {
      out.write(table);
      out.write(new byte[padded(table.length) - table.length]);
    }
    return bytes.toByteArray();
  }

  private static int checksum(byte[] table) {
    int sum = 0;
    for (int i = 0; i < table.length; i++) {
      sum += (table[i] & 0xFF) << (24 - 8 * (i % 4));
    }
    return sum;
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }
}
