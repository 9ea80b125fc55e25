package org.chancery.archive.format;

import java.util.Map;
import java.util.Set;

/** What is done with a file that is to be transferred. */
public sealed interface Decision {

  /** It goes as it is. */
  record Accept() implements Decision {}

  /**
   * It goes as it is, and with it a copy in a format that lasts.
   *
   * @param target the copy's format: {@code pdf-a}, {@code eml}, {@code tiff}, {@code csv}, {@code
   *     wav}, {@code mp4} or {@code txt}
   */
  record Convert(String target) implements Decision {
    private static final Map<String, Set<String>> ENDINGS =
        Map.of("pdf-a", Set.of("pdf"), "tiff", Set.of("tif", "tiff"));

    /** Whether one of these endings, in lower case, is that of a copy in the target's format. */
    public static boolean hasCopy(String target, Set<String> endings) {
      return ENDINGS.getOrDefault(target, Set.of(target)).stream().anyMatch(endings::contains);
    }
  }

  /**
   * It cannot go.
   *
   * @param reason a plain sentence, with what would do instead
   */
  record Refuse(String reason) implements Decision {}
}
