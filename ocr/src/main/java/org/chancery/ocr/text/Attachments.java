package org.chancery.ocr.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
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
    if (!copy(stream, file)) {
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
    return name == null || name.isBlank() ? "part " + (found.size() + 1) : name.strip();
  }

  List<Attachment> found() {
    return List.copyOf(found);
  }

  boolean wereLeftOut() {
    return full;
  }
}
