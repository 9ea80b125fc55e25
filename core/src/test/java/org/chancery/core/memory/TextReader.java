package org.chancery.core.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.core.intake.DocumentReader;

/**
 * Reads originals that are plain text. One that begins with {@code REFUSE code} is refused with the
 * code, one that begins with {@code FAIL} makes it throw, one that begins with {@code DEEP} makes
 * it run out of stack.
 */
public final class TextReader implements DocumentReader {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final AtomicInteger readings = new AtomicInteger();

  /** How often it was asked. */
  public int readings() {
    return readings.get();
  }

  @Override
  public Outcome read(Path original, String name, Path workDirectory, Progress progress) {
    readings.incrementAndGet();
    try {
      String text = Files.readString(original, StandardCharsets.UTF_8);
      if (text.startsWith("FAIL")) {
        throw new IllegalStateException("Failing as asked");
      }
      if (text.startsWith("DEEP")) {
        throw new StackOverflowError("As asked");
      }
      if (text.startsWith("REFUSE")) {
        String code = text.strip().substring("REFUSE ".length());
        return new Refused("application/pdf", code, "It is " + code + ".");
      }
      List<String> pages = List.of(text.split("\f"));
      progress.pages(pages.size(), pages.size());
      return new Read(
          text.startsWith("WORD") ? WORD : text.startsWith("<") ? "text/html" : "text/plain",
          pages,
          97.5,
          pages.size(),
          Optional.of(Files.writeString(workDirectory.resolve("s.pdf"), "%PDF of " + name)),
          Optional.of(Files.writeString(workDirectory.resolve("l.json"), "{\"pages\":[]}")),
          Optional.of(Files.writeString(workDirectory.resolve("t.png"), "a picture")),
          List.of("low-resolution"),
          text.lines()
              .filter(line -> line.startsWith("CODE:"))
              .map(line -> line.substring(5))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A letter that lists its values, or says its code; a source that says NO LETTER is refused. */
  @Override
  public Outcome write(Path source, String name, Letter letter, Path workDirectory) {
    try {
      String text = new String(Files.readAllBytes(source), StandardCharsets.ISO_8859_1);
      if (text.contains("NO LETTER")) {
        return new Refused("text/plain", "unsupported", "It is no letter.");
      }
      Path written = workDirectory.resolve("letter");
      if (letter instanceof Print print) {
        Files.writeString(written, "CODE:" + print.code() + "\n" + print.number() + "\n");
        return new Written(written, List.of());
      }
      Map<String, String> values = new TreeMap<>(((Merge) letter).values());
      StringBuilder all = new StringBuilder();
      values.forEach((field, value) -> all.append(field + ": " + value + "\n"));
      Files.writeString(written, all.toString());
      return new Written(
          written, values.keySet().stream().filter(field -> values.get(field).isBlank()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
