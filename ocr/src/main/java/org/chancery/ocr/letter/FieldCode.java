package org.chancery.ocr.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a MERGEFIELD (ECMA-376 part 1, § 17.16.5.35): its name and how the value is to be
 * written.
 */
record FieldCode(
    String name,
    Optional<String> before,
    Optional<String> after,
    Optional<String> picture,
    List<String> formats) {
  private static final Pattern TOKEN = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
  private static final Pattern PICTURE_LETTERS = Pattern.compile("d{1,4}|M{1,4}|y{2,4}|'[^']*'|.");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Reads a code; empty for fields of other kinds. */
  static Optional<FieldCode> of(String code) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(code);
    while (matcher.find()) {
      tokens.add(
          matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replace("\\\"", "\""));
    }
    if (tokens.size() < 2 || !tokens.get(0).equalsIgnoreCase("MERGEFIELD")) {
      return Optional.empty();
    }
    Optional<String> before = Optional.empty();
    Optional<String> after = Optional.empty();
    Optional<String> picture = Optional.empty();
    List<String> formats = new ArrayList<>();
    for (int i = 2; i + 1 < tokens.size(); i++) {
      switch (tokens.get(i)) {
        case "\\b" -> before = Optional.of(tokens.get(++i));
        case "\\f" -> after = Optional.of(tokens.get(++i));
        case "\\@" -> picture = Optional.of(tokens.get(++i));
        case "\\*" -> formats.add(tokens.get(++i).toLowerCase(Locale.ROOT));
        default -> {
          // Switches that say nothing about the text, such as \m.
        }
      }
    }
    return Optional.of(new FieldCode(tokens.get(1), before, after, picture, formats));
  }

  /** The value as the code wants it; dates, which come as 2026-11-23, in words unless told. */
  String written(String value) {
    String text = DAY.matcher(value).matches() ? day(value) : value;
    for (String format : formats) {
      text =
          switch (format) {
            case "upper" -> text.toUpperCase(Locale.US);
            case "lower" -> text.toLowerCase(Locale.US);
            case "firstcap" -> firstLetterLarge(text);
            case "caps" -> eachWordLarge(text);
            default -> text;
          };
    }
    return before.orElse("") + text + after.orElse("");
  }

  private String day(String value) {
    try {
      return LocalDate.parse(value)
          .format(DateTimeFormatter.ofPattern(pattern(picture.orElse("MMMM d, yyyy")), Locale.US));
    } catch (DateTimeParseException e) {
      // It only looks like a day.
      return value;
    }
  }

  /** Word writes the names of days with d, where Java has E. */
  private static String pattern(String picture) {
    StringBuilder pattern = new StringBuilder();
    Matcher letters = PICTURE_LETTERS.matcher(picture);
    while (letters.find()) {
      String each = letters.group();
      switch (each.charAt(0)) {
        case 'd' -> pattern.append(each.length() == 4 ? "EEEE" : each.length() == 3 ? "EEE" : each);
        case 'M', '\'' -> pattern.append(each);
        case 'y' -> pattern.append(each.length() == 2 ? "yy" : "yyyy");
        default -> pattern.append(Character.isLetter(each.charAt(0)) ? "'" + each + "'" : each);
      }
    }
    return pattern.toString();
  }

  private static String firstLetterLarge(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.US) + text.substring(1);
  }

  private static String eachWordLarge(String text) {
    return Pattern.compile("(?<![\\p{L}'])\\p{Ll}")
        .matcher(text)
        .replaceAll(letter -> letter.group().toUpperCase(Locale.US));
  }
}
