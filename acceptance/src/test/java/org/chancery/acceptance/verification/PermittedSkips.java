package org.chancery.acceptance.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tests that may be skipped on Alfresco, each with its reason; from {@code
 * permitted-skips.txt}.
 */
final class PermittedSkips {
  /** At most so much of the acceptance suite's tests may be skipped. */
  static final double LIMIT = 0.05;

  private final Map<String, String> reasons = new LinkedHashMap<>();

  private PermittedSkips() {}

  static PermittedSkips shipped() {
    PermittedSkips skips = new PermittedSkips();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PermittedSkips.class.getResourceAsStream("permitted-skips.txt"),
                StandardCharsets.UTF_8))) {
      for (String line : (Iterable<String>) lines.lines()::iterator) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split("\\s*:\\s+", 2);
          skips.reasons.put(parts[0].strip().replace('.', '#'), parts[1].strip());
        }
      }
      return skips;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why a test may be skipped; empty when it may not. */
  Optional<String> reason(String simpleClass, String method) {
    return Optional.ofNullable(reasons.get(simpleClass + "#" + method));
  }
}
