package org.chancery.ocr.letter;

import java.util.List;
import java.util.regex.Pattern;

/** What stands in a letter where a value is missing: the field's name between guillemets. */
final class Placeholders {
  private static final Pattern SHOWN = Pattern.compile("«([\\p{L}\\p{N}_ .-]{1,80})»");

  private Placeholders() {}

  static String of(String field) {
    return "«" + field + "»";
  }

  /** The fields whose names still stand in a text. */
  static List<String> in(String text) {
    return SHOWN.matcher(text).results().map(found -> found.group(1)).distinct().toList();
  }
}
