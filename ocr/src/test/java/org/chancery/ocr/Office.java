package org.chancery.ocr;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Makes documents of the office formats. */
final class Office {
  private Office() {}

  static Path docx(Path file, String text) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      document.createParagraph().createRun().setText(text);
      document.write(out);
    }
    return file;
  }

  static Path xlsx(Path file, String text) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      book.createSheet("Sheet").createRow(0).createCell(0).setCellValue(text);
      book.write(out);
    }
    return file;
  }

  static Path pptx(Path file, String first, String second) throws IOException {
    try (XMLSlideShow show = new XMLSlideShow();
        OutputStream out = Files.newOutputStream(file)) {
      for (String text : new String[] {first, second}) {
        show.createSlide().createTextBox().setText(text);
      }
      show.write(out);
    }
    return file;
  }

  static Path odt(Path file, String text) throws IOException {
    byte[] type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
    String content =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
          <office:body><office:text><text:p>%s</text:p></office:text></office:body>
        </office:document-content>
        """
            .formatted(text);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      ZipEntry first = new ZipEntry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(type.length);
      CRC32 crc = new CRC32();
      crc.update(type);
      first.setCrc(crc.getValue());
      zip.putNextEntry(first);
      zip.write(type);
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** A mail with a body and attachments by name. */
  static Path eml(Path file, String body, Map<String, Path> attachments) throws IOException {
    StringBuilder mail =
        new StringBuilder(
            """
            From: Margaret Okafor <margaret@example.org>
            To: Secretary <secretary@example.gov>
            Subject: Lost papers
            Date: Thu, 3 Mar 2011 10:00:00 -0500
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="=cut"

            --=cut
            Content-Type: text/plain; charset=utf-8

            """);
    mail.append(body).append("\n");
    attachments.forEach(
        (name, path) ->
            mail.append("--=cut\nContent-Type: application/octet-stream\n")
                .append("Content-Disposition: attachment; filename=\"" + name + "\"\n")
                .append("Content-Transfer-Encoding: base64\n\n")
                .append(base64(path))
                .append("\n"));
    mail.append("--=cut--\n");
    return Files.writeString(file, mail.toString().replace("\n", "\r\n"));
  }

  private static String base64(Path path) {
    try {
      return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An Outlook message: the few streams of [MS-OXMSG] that carry text and one attachment. */
  static Path msg(Path file, String subject, String body, String name, byte[] attachment)
      throws IOException {
    try (POIFSFileSystem outlook = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      DirectoryEntry root = outlook.getRoot();
      stream(root, "__properties_version1.0", new byte[32]);
      text(root, "__substg1.0_001A001F", "IPM.Note");
      text(root, "__substg1.0_0037001F", subject);
      text(root, "__substg1.0_1000001F", body);
      DirectoryEntry attached = root.createDirectory("__attach_version1.0_#00000000");
      stream(attached, "__properties_version1.0", new byte[8]);
      stream(attached, "__substg1.0_37010102", attachment);
      text(attached, "__substg1.0_3707001F", name);
      DirectoryEntry names = root.createDirectory("__nameid_version1.0");
      stream(names, "__substg1.0_00020102", new byte[0]);
      outlook.writeFilesystem(out);
    }
    return file;
  }

  private static void text(DirectoryEntry where, String name, String text) throws IOException {
    stream(where, name, text.getBytes(StandardCharsets.UTF_16LE));
  }

  private static void stream(DirectoryEntry where, String name, byte[] bytes) throws IOException {
    where.createDocument(name, new java.io.ByteArrayInputStream(bytes));
  }
}
