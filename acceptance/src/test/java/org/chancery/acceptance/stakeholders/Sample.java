package org.chancery.acceptance.stakeholders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.chancery.acceptance.process.Installation;

/** A file as programs in use write them, and what must come of it (imports/README.md). */
record Sample(String name, byte[] bytes, JsonNode expected) {
  private static final Path FOLDER =
      Installation.root().resolve("acceptance/src/test/resources/imports");

  static Sample of(String name) {
    try {
      return new Sample(
          name,
          Files.readAllBytes(FOLDER.resolve(name)),
          new ObjectMapper().readTree(FOLDER.resolve(name + ".json").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them. */
  static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a text with another word in the place of one; nothing else is touched. */
  byte[] with(String word, String other) {
    return replaced(bytes, word, other, StandardCharsets.ISO_8859_1);
  }

  /** The same for a workbook. */
  byte[] workbookWith(String word, String other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(replaced(in.readAllBytes(), word, other, StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] replaced(byte[] bytes, String word, String other, Charset charset) {
    return new String(bytes, charset).replace(word, other).getBytes(charset);
  }
}
