package org.chancery.ocr.worker;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.ocr.page.PageText;
import org.chancery.ocr.page.Word;

/** The result files of one document, and the pages' results while it is being read. */
public final class Results {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;

  /** Results are kept in this directory. */
  public Results(Path directory) {
    this.directory = directory;
  }

  /** The searchable PDF. */
  public Path searchablePdf() {
    return directory.resolve("searchable.pdf");
  }

  /** Word boxes by page. */
  public Path layout() {
    return directory.resolve("layout.json");
  }

  /** PNG of the first page. */
  public Path thumbnail() {
    return directory.resolve("thumbnail.png");
  }

  /** Where attachments are unpacked. */
  public Path attachments() {
    return directory.resolve("attachments");
  }

  /** What is needed only while reading. */
  public Path pages() {
    return directory.resolve("pages");
  }

  private Path page(int index) {
    return pages().resolve(index + ".json");
  }

  void keep(int index, PageText text) throws IOException {
    Files.createDirectories(pages());
    JSON.writeValue(page(index).toFile(), text);
  }

  PageText page(int index, int pages) {
    if (index >= pages) {
      throw new IllegalArgumentException("no page " + index);
    }
    try {
      return JSON.readValue(page(index).toFile(), PageText.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes all word boxes: points (1/72 inch) from the upper left corner of the page as shown in
   * the searchable PDF, so that a viewer can lay them over it.
   */
  void writeLayout(int pages) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(Files.newBufferedWriter(layout()))) {
      json.writeStartObject();
      json.writeStringField("unit", "pt");
      json.writeArrayFieldStart("pages");
      for (int i = 0; i < pages; i++) {
        write(json, page(i, pages));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, PageText page) throws IOException {
    json.writeStartObject();
    number(json, "width", page.width());
    number(json, "height", page.height());
    json.writeNumberField("rotation", page.rotation());
    json.writeStringField("source", page.source());
    json.writeArrayFieldStart("words");
    AffineTransform toPage = new AffineTransform(page.toPage());
    for (Word word : page.words()) {
      Rectangle2D box =
          toPage
              .createTransformedShape(
                  new Rectangle2D.Double(word.left(), word.top(), word.width(), word.height()))
              .getBounds2D();
      json.writeStartObject();
      json.writeStringField("t", word.text());
      number(json, "x", box.getX());
      number(json, "y", box.getY());
      number(json, "w", box.getWidth());
      number(json, "h", box.getHeight());
      number(json, "c", word.confidence());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Hundredths are fine enough, and keep the file small. */
  private static void number(JsonGenerator json, String field, double value) throws IOException {
    json.writeNumberField(field, Math.round(value * 100) / 100.0);
  }
}
