package org.chancery.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;

/**
 * A multipart body read as it streams by (RFC 7578): text parts, then one file. Nothing is put on
 * disk but what the taker of the file stores.
 */
final class Upload {
  private static final Set<String> TEXTS =
      Set.of("parent", "name", "component", "channel", "claim", "corrects", "reason");
  private static final int LONGEST_TEXT = 4096;

  private Upload() {}

  /** Takes the file while it streams. */
  @FunctionalInterface
  interface Taker<T> {
    /** Reads the file to its end. */
    T take(Map<String, String> texts, String fileName, InputStream file);
  }

  static <T> T read(Request request, Taker<T> taker) {
    return read(request, TEXTS, taker);
  }

  /** The same with other text parts. */
  static <T> T read(Request request, Set<String> known, Taker<T> taker) {
    try {
      FileItemInputIterator parts = Multipart.parts(request);
      Map<String, String> texts = new LinkedHashMap<>();
      while (parts.hasNext()) {
        FileItemInput part = parts.next();
        if (part.isFormField()) {
          texts.put(known(known, part.getFieldName()), text(part));
        } else {
          return file(parts, part, texts, taker);
        }
      }
      throw Refusal.badRequest("no-file", "There is no file in the request.");
    } catch (FileUploadException e) {
      throw Refusal.badRequest("invalid-multipart", "The multipart body cannot be understood.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T file(
      FileItemInputIterator parts, FileItemInput part, Map<String, String> texts, Taker<T> taker)
      throws IOException {
    String name = part.getName() == null ? "" : part.getName();
    // Some browsers send the whole path.
    String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    T taken;
    try (InputStream in = part.getInputStream()) {
      taken = taker.take(texts, plain.isBlank() ? "Unnamed" : plain, in);
    }
    if (parts.hasNext()) {
      throw Refusal.badRequest(
          "parts-after-file", "Text parts must come before the file, and only one file at a time.");
    }
    return taken;
  }

  private static String known(Set<String> known, String field) {
    if (!known.contains(field)) {
      throw new Refusal(
          Problem.of(
                  400,
                  "invalid-multipart",
                  "The request cannot be understood",
                  "There is no part '" + field + "' here.")
              .withProblems(Map.of(String.valueOf(field), "is not known")));
    }
    return field;
  }

  private static String text(FileItemInput part) throws IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(LONGEST_TEXT + 1);
      if (bytes.length > LONGEST_TEXT) {
        throw Refusal.of(
            413, "too-large", "Too large", "A text part may have at most 4,096 bytes.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
