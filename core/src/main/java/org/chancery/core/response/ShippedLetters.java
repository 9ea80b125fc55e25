package org.chancery.core.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The letter templates an office begins with, packed as Word documents. */
final class ShippedLetters {
  private static final Map<String, String> PARTS = parts();

  private ShippedLetters() {}

  /** Word documents by name. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> letters = new LinkedHashMap<>();
    letters.put("Answer to a citizen.docx", packed("citizen"));
    letters.put("Answer to a Member of Congress.docx", packed("congress"));
    return letters;
  }

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "common/content-types.xml");
    parts.put("_rels/.rels", "common/rels.xml");
    parts.put("word/_rels/document.xml.rels", "common/document.xml.rels");
    for (String part : new String[] {"styles", "settings", "header", "footer"}) {
      parts.put("word/" + part + ".xml", "common/" + part + ".xml");
    }
    return parts;
  }

  private static byte[] packed(String letter) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : PARTS.entrySet()) {
        put(zip, part.getKey(), part.getValue());
      }
      put(zip, "word/document.xml", letter + "/document.xml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String part, String resource) throws IOException {
    ZipEntry entry = new ZipEntry(part);
    // The same bytes at every start.
    entry.setTime(0);
    zip.putNextEntry(entry);
    try (InputStream in = ShippedLetters.class.getResourceAsStream("letters/" + resource)) {
      if (in == null) {
        throw new IOException("not on the class path: " + resource);
      }
      in.transferTo(zip);
    }
    zip.closeEntry();
  }
}
