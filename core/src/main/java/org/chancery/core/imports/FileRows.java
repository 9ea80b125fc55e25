package org.chancery.core.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The rows of a file as the reading process has written them, a line of JSON each, one after the
 * other.
 */
public final class FileRows implements AutoCloseable {
  private final BufferedReader in;
  private final FileShape shape;
  private final List<FileWarning> warnings = new ArrayList<>();
  private Columns columns;

  /** Begins to read; what kind of file it is stands first. */
  public FileRows(InputStream rows) {
    in = new BufferedReader(new InputStreamReader(rows, StandardCharsets.UTF_8), 1 << 16);
    JsonNode file = next();
    if (file == null || !file.path("kind").asText().equals("file")) {
      throw new IllegalStateException("The rows of a file begin with what it is");
    }
    shape =
        new FileShape(
            file.path("format").asText(),
            text(file, "encoding"),
            text(file, "separator"),
            texts(file, "sheets"),
            text(file, "sheet"),
            file.path("heading").asInt(),
            texts(file, "columns"));
    columns = Columns.guessed(shape.columns());
  }

  /** What kind of file it is. */
  public FileShape shape() {
    return shape;
  }

  /** Says what the columns are; else they are what their headings say. */
  void as(Columns fields) {
    columns = fields;
  }

  /** What was left aside of the file so far. */
  public List<FileWarning> warnings() {
    return warnings;
  }

  /** The values of the next row of a table, for people to look at; empty at the end. */
  Optional<List<String>> values() {
    for (JsonNode line = next(); line != null; line = next()) {
      if (line.path("kind").asText().equals("row")) {
        return Optional.of(texts(line, "values"));
      }
      warn(line);
    }
    return Optional.empty();
  }

  /** The next row; empty at the end. */
  public Optional<FileRow> row() {
    for (JsonNode line = next(); line != null; line = next()) {
      int number = line.path("line").asInt();
      switch (line.path("kind").asText()) {
        case "row" -> {
          return Optional.of(person(number, line.path("values")));
        }
        case "card" -> {
          return Optional.of(card(number, line.path("person")));
        }
        case "event" -> {
          return Optional.of(event(number, line.path("event")));
        }
        case "rejected" -> {
          return Optional.of(
              new FileRow(
                  number,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(line.path("reason").asText()),
                  text(line, "value"),
                  List.of()));
        }
        default -> warn(line);
      }
    }
    return Optional.empty();
  }

  private void warn(JsonNode line) {
    if (line.path("kind").asText().equals("warning")) {
      warnings.add(
          new FileWarning(
              line.path("line").asInt(), text(line, "cell"), line.path("reason").asText()));
    }
  }

  private FileRow person(int number, JsonNode values) {
    PersonReader reader = new PersonReader();
    for (int i = 0; i < columns.fields().size() && i < values.size(); i++) {
      int column = i;
      columns.fields().get(i).ifPresent(f -> reader.put(column, f, values.get(column).asText()));
    }
    return row(number, reader);
  }

  private FileRow card(int number, JsonNode person) {
    PersonReader reader = new PersonReader();
    for (Field field : Field.values()) {
      if (person.path(field.code()).isTextual()) {
        reader.put(-1, field, person.path(field.code()).asText());
      }
    }
    person.path("emails").forEach(each -> reader.put(-1, Field.EMAIL, each.asText()));
    person
        .path("phones")
        .forEach(
            each ->
                reader.put(
                    -1,
                    PersonReader.phone(each.path("kind").asText()),
                    each.path("number").asText()));
    return row(number, reader);
  }

  private FileRow row(int number, PersonReader reader) {
    ImportedPerson person = reader.person();
    List<FileWarning> notes =
        reader.notes().stream()
            .map(each -> new FileWarning(number, cell(each.column(), number), each.reason()))
            .toList();
    if (person.last().isEmpty()) {
      String why = person.first().isEmpty() ? "no name" : "no family name";
      return new FileRow(
          number,
          Optional.empty(),
          Optional.empty(),
          Optional.of(why),
          person.first().or(person::organization),
          notes);
    }
    return new FileRow(
        number,
        Optional.of(person),
        Optional.empty(),
        Optional.empty(),
        Optional.of(person.name()),
        notes);
  }

  private Optional<String> cell(int column, int number) {
    if (column < 0 || !shape.format().equals("xlsx")) {
      return Optional.empty();
    }
    String letter = String.valueOf((char) ('A' + column % 26));
    String before = column < 26 ? "" : String.valueOf((char) ('A' + column / 26 - 1));
    return Optional.of(before + letter + number);
  }

  private static FileRow event(int number, JsonNode event) {
    ImportedEvent read =
        new ImportedEvent(
            event.path("name").asText(),
            event.path("start").asText(),
            event.path("end").asText(),
            text(event, "place"),
            text(event, "agenda"),
            texts(event, "attendees"));
    return new FileRow(
        number,
        Optional.empty(),
        Optional.of(read),
        Optional.empty(),
        Optional.of(read.name()),
        List.of());
  }

  private JsonNode next() {
    try {
      String line = in.readLine();
      return line == null ? null : StoredJson.MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.path(field).isTextual() ? Optional.of(node.path(field).asText()) : Optional.empty();
  }

  private static List<String> texts(JsonNode node, String field) {
    return StreamSupport.stream(node.path(field).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
