package org.chancery.ocr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A Word document made part by part, so that tests say exactly what stands in it. */
final class WordFile {
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\""
          + RELATION
          + "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

  private final Map<String, String> parts = new LinkedHashMap<>();

  /** With this body, header and footer. */
  WordFile(String body, String header, String footer) {
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + override("document", "document.main")
            + override("header1", "header")
            + override("footer1", "footer")
            + override("settings", "settings")
            + "</Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + relation("rId1", "officeDocument", "word/document.xml")
            + "</Relationships>");
    parts.put(
        "word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + relation("rId1", "header", "header1.xml")
            + relation("rId2", "footer", "footer1.xml")
            + relation("rId3", "settings", "settings.xml")
            + "</Relationships>");
    parts.put("word/settings.xml", "<w:settings" + NAMESPACES + "/>");
    parts.put("word/header1.xml", "<w:hdr" + NAMESPACES + ">" + header + "</w:hdr>");
    parts.put("word/footer1.xml", "<w:ftr" + NAMESPACES + ">" + footer + "</w:ftr>");
    parts.put(
        "word/document.xml",
        "<w:document"
            + NAMESPACES
            + "><w:body>"
            + body
            + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/>"
            + "<w:footerReference w:type=\"default\" r:id=\"rId2\"/>"
            + "<w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1440\" w:right=\"1440\""
            + " w:bottom=\"1440\" w:left=\"1440\" w:header=\"720\" w:footer=\"720\""
            + " w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
  }

  /** With only a body. */
  WordFile(String body) {
    this(body, paragraph(run("Header")), paragraph(run("Footer")));
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/word/"
        + part
        + ".xml\" ContentType=\""
        + TYPE
        + type
        + "+xml\"/>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + RELATION
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  /** A paragraph of these pieces. */
  static String paragraph(String... pieces) {
    return "<w:p>" + String.join("", pieces) + "</w:p>";
  }

  /** A run of text. */
  static String run(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  /** A field as Word splits it: a mark a run, the code cut anywhere, a result of several runs. */
  static String field(String name) {
    String code = " MERGEFIELD " + name + " ";
    int cut = code.length() - 3;
    return mark("begin")
        + instruction(code.substring(0, 7))
        + "<w:proofErr w:type=\"spellStart\"/>"
        + instruction(code.substring(7, cut))
        + instruction(code.substring(cut))
        + mark("separate")
        + "<w:r><w:rPr><w:b/></w:rPr><w:t>«</w:t></w:r>"
        + "<w:r><w:rPr><w:b/></w:rPr><w:t>old»</w:t></w:r>"
        + mark("end");
  }

  /** A begin, separate or end mark. */
  static String mark(String kind) {
    return "<w:r><w:fldChar w:fldCharType=\"" + kind + "\"/></w:r>";
  }

  /** A piece of a field's code. */
  static String instruction(String text) {
    return "<w:r><w:instrText xml:space=\"preserve\">" + text + "</w:instrText></w:r>";
  }

  /** A field in its simple form. */
  static String simple(String name) {
    return "<w:fldSimple w:instr=\" MERGEFIELD "
        + name
        + " \\* MERGEFORMAT \">"
        + run("«old»")
        + "</w:fldSimple>";
  }

  /** With another part, or another form of one. */
  WordFile with(String part, String content) {
    parts.put(part, content);
    return this;
  }

  /** Writes it. */
  Path write(Path file) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return file;
  }

  /** One part of a document. */
  static String part(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
