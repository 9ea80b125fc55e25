package org.chancery.core.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.core.intake.DocumentReader;
import org.chancery.core.intake.Mail;

/**
 * Reads originals that are plain text. One that begins with {@code REFUSE code} is refused with the
 * code, one that begins with {@code FAIL} makes it throw, one that begins with {@code DEEP} makes
 * it run out of stack, one that begins with {@code MAIL} is a mail whose attachments are its
 * further pages.
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
      if (text.startsWith("MAIL")) {
        return mail(text, workDirectory);
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
              .toList(),
          Optional.empty());
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
      if (letter instanceof Rows) {
        // The rows are the file itself; what is none is no file to import.
        return text.startsWith("{\"kind\":\"file\"")
            ? new Written(Files.write(written, Files.readAllBytes(source)), List.of())
            : new Refused("text/plain", "damaged", "The file is not a spreadsheet.");
      }
      if (letter instanceof Preserve preserve) {
        boolean lasting = preserve.drawn() || !text.contains("FONT IS MISSING");
        Files.writeString(written, lasting ? "%PDF lasting" : "%PDF of a kind");
        return new Written(written, List.of());
      }
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

  /** Each page after the first is an attachment: its first line the name, the rest its bytes. */
  private static Read mail(String text, Path workDirectory) throws IOException {
    String[] parts = text.split("\f");
    List<Mail.Attached> attached = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    List<String> pages = new ArrayList<>(List.of("From: who\n\n" + parts[0]));
    for (int i = 1; i < parts.length; i++) {
      String[] nameAndBytes = parts[i].split("\n", 2);
      Path file = Files.writeString(workDirectory.resolve("attached" + i), nameAndBytes[1]);
      files.add(file);
      attached.add(
          new Mail.Attached(
              nameAndBytes[0], "text/html", Files.size(file), i + 1, 1, Optional.empty()));
      pages.add("Attachment: " + nameAndBytes[0] + "\n\n" + nameAndBytes[1]);
    }
    Mail mail =
        new Mail(
            Optional.of("<1@example.org>"),
            Optional.of("Moss, Ada <ada@example.org>"),
            List.of("Secretary <secretary@example.gov>"),
            List.of("Copy <copy@example.gov>"),
            List.of(),
            Optional.of(OffsetDateTime.parse("2024-03-05T23:30:45-05:00")),
            Optional.of("Re: FW: Lost papers"),
            "From: Moss, Ada <ada@example.org>\nReceived: from afar",
            attached);
    return new Read(
        "message/rfc822",
        pages,
        100,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.of(new ReadMail(mail, files)));
  }
}
