package org.chancery.core.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Every path of the shipped templates, as both engines walk it. */
final class ShippedPaths {
  private ShippedPaths() {}

  static List<String> read() {
    try (InputStream in =
        Objects.requireNonNull(ShippedPaths.class.getResourceAsStream("shipped-paths.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
