package org.chancery.core.http;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Answers of any size that are made first and sent then, by way of a file that is gone as soon as
 * it has been sent: who gets an answer gets the whole of it.
 */
final class Spooled {
  private Spooled() {}

  /** Makes an answer's bytes. */
  @FunctionalInterface
  interface Making {
    void writeTo(OutputStream out) throws IOException;
  }

  /** An answer to be saved under a name. */
  static Response response(String mediaType, String fileName, Making making) {
    try {
      Path file = Files.createTempFile("chancery-", ".out");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          making.writeTo(out);
        }
        long length = Files.size(file);
        InputStream in = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        return new Response(200, Map.of("Content-Type", mediaType), new Response.Stream(in, length))
            .with("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
            .with("Cache-Control", "no-store");
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, of texts that are handed on one after the other. */
  static Response text(String mediaType, String fileName, Consumer<Consumer<String>> making) {
    return response(
        mediaType,
        fileName,
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          making.accept(
              text -> {
                try {
                  writer.write(text);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
          writer.flush();
        });
  }
}
