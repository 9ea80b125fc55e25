package org.chancery.core.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Comma-separated values (RFC 4180), safe to open in a spreadsheet. */
final class CsvReport {
  private CsvReport() {}

  static String line(List<String> cells) {
    return String.join(",", cells.stream().map(CsvReport::cell).toList());
  }

  /** A cell that begins like a formula is kept from being one. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  static byte[] bytes(List<String> lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static Response response(String fileName, List<String> lines) {
    byte[] bytes = bytes(lines);
    return new Response(
            200,
            Map.of("Content-Type", "text/csv;charset=UTF-8"),
            new Response.Stream(new ByteArrayInputStream(bytes), bytes.length))
        .with("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
        .with("Cache-Control", "no-store");
  }
}
