package org.chancery.core.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.core.intake.DocumentReader;

/**
 * Reads originals that are plain text. One that begins with {@code REFUSE code} is refused with the
 * code, one that begins with {@code FAIL} makes it throw, one that begins with {@code DEEP} makes
 * it run out of stack.
 */
public final class TextReader implements DocumentReader {
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
          text.startsWith("<") ? "text/html" : "text/plain",
          pages,
          97.5,
          pages.size(),
          Optional.of(Files.writeString(workDirectory.resolve("s.pdf"), "%PDF of " + name)),
          Optional.of(Files.writeString(workDirectory.resolve("l.json"), "{\"pages\":[]}")),
          Optional.of(Files.writeString(workDirectory.resolve("t.png"), "a picture")),
          List.of("low-resolution"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
