package org.chancery.ocr.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Unpacks what Tika finds inside a document, up to a number and a total size. */
final class Attachments implements EmbeddedDocumentExtractor {
  private static final int MOST = 200;
  private static final long MOST_BYTES = 300_000_000L;

  private final Path directory;
  private final EmbeddedDocumentExtractor inline;
  private final List<Attachment> found = new ArrayList<>();
  private long bytes;
  private boolean full;

  /** Parts of the document's own text go through {@code inline}, all others are unpacked. */
  Attachments(Path directory, EmbeddedDocumentExtractor inline) {
    this.directory = directory;
    this.inline = inline;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    return true;
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws IOException, SAXException {
    if (isBody(metadata)) {
      inline.parseEmbedded(stream, handler, metadata, outputHtml);
      return;
    }
    if (found.size() >= MOST || bytes >= MOST_BYTES) {
      full = true;
      return;
    }
    Files.createDirectories(directory);
    Path file = directory.resolve(String.valueOf(found.size() + 1));
    if (!(container(stream, file) || copy(stream, file))) {
      full = true;
      Files.delete(file);
      return;
    }
    found.add(new Attachment(name(metadata), file.toString()));
  }

  /** The text of a mail comes as a part without a name. */
  private static boolean isBody(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    return metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) == null
        && type != null
        && type.startsWith("text/");
  }

  /**
   * A message within an Outlook message, or another compound file within one, comes as an opened
   * part of the one around it, without bytes of its own; it is written out as the file it would be.
   */
  private boolean container(InputStream stream, Path file) throws IOException {
    boolean opened =
        stream instanceof TikaInputStream tika && tika.getOpenContainer() instanceof DirectoryEntry;
    if (!opened) {
      return false;
    }
    new CompoundPart((DirectoryEntry) ((TikaInputStream) stream).getOpenContainer()).write(file);
    bytes += Files.size(file);
    return true;
  }

  private boolean copy(InputStream stream, Path file) throws IOException {
    byte[] buffer = new byte[65536];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        bytes += n;
        if (bytes > MOST_BYTES) {
          return false;
        }
        out.write(buffer, 0, n);
      }
    }
    return true;
  }

  private String name(Metadata metadata) {
    String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    if (name != null && !name.isBlank()) {
      return name.strip();
    }
    String type = String.valueOf(metadata.get(Metadata.CONTENT_TYPE));
    int number = found.size() + 1;
    return TextReader.isMail(type) ? "message " + number + ".eml" : "part " + number;
  }

  List<Attachment> found() {
    return List.copyOf(found);
  }

  boolean wereLeftOut() {
    return full;
  }
}
