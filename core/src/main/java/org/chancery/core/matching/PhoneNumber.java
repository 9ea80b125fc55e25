package org.chancery.core.matching;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone number in one form.
 *
 * @param number ten digits for North America; elsewhere + and the digits with the country's
 * @param extension digits, or empty
 */
public record PhoneNumber(String number, String extension) {
  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?i)(?:\\bextension|\\bext?|\\bx|(?<=\\d)x|#|;ext=)\\s*[.:]?\\s*(\\d{1,6})\\s*$");
  private static final String KEYS = "22233344455566677778889999";
  private static final int LEAST = 7;

  /**
   * Reads a number in any usual writing: punctuation, a leading 1 or +1, an extension, letters for
   * keys.
   *
   * @return empty for what is no number, and for such as 000-000-0000 that only fill a field
   */
  public static Optional<PhoneNumber> of(String written) {
    String text = written == null ? "" : written.strip();
    if (text.regionMatches(true, 0, "tel:", 0, 4)) {
      text = text.substring(4);
    }
    String extension = "";
    Matcher found = EXTENSION.matcher(text);
    if (found.find() && found.start() >= LEAST) {
      extension = stripZeros(found.group(1));
      text = text.substring(0, found.start());
    }
    text = unmisread(text);
    boolean abroad = text.startsWith("+") || text.startsWith("011");
    String digits = digits(text);
    if (abroad) {
      digits = text.startsWith("+") ? digits : digits.substring(3);
      if (!digits.startsWith("1") || digits.length() != 11) {
        return digits.length() < LEAST || isFiller(digits)
            ? Optional.empty()
            : Optional.of(new PhoneNumber("+" + digits, extension));
      }
    }
    if (digits.length() == 11 && digits.startsWith("1")) {
      digits = digits.substring(1);
    }
    if (digits.length() > 10 && extension.isEmpty() && digits.length() <= 15) {
      // Digits after the tenth are an extension that was not called one.
      extension = stripZeros(digits.substring(10));
      digits = digits.substring(0, 10);
    }
    if (digits.length() < LEAST || digits.length() > 10 || isFiller(digits)) {
      return Optional.empty();
    }
    return Optional.of(new PhoneNumber(digits, extension));
  }

  /** A letter or two that a machine took for a digit, or the other way round. */
  private static String unmisread(String text) {
    String seen = text.replaceAll("(?<=[\\d(. -])[lI|](?=[\\d). -]|$)", "1");
    return seen.replaceAll("(?<=[\\d(. -])[oO](?=[\\d). -]|$)", "0")
        .replaceAll("(?<=\\d)[sS](?=\\d|$)", "5")
        .replaceAll("(?<=\\d)B(?=\\d|$)", "8");
  }

  private static String stripZeros(String digits) {
    return digits.replaceFirst("^0+(?=\\d)", "");
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (Character.isDigit(c)) {
        digits.append((char) ('0' + Character.digit(c, 10)));
      } else if (c >= 'a' && c <= 'z' && digits.length() >= 3) {
        letters++;
        digits.append(KEYS.charAt(c - 'a'));
      } else if (c >= 'a' && c <= 'z') {
        return "";
      }
    }
    return letters > 0 && digits.length() < 10 ? "" : digits.toString();
  }

  /** One digit all over, or the digits in order. */
  private static boolean isFiller(String digits) {
    String end = digits.substring(Math.max(0, digits.length() - 7));
    return end.chars().distinct().count() == 1 || "1234567890".equals(digits);
  }
}
