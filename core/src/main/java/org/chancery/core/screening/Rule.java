package org.chancery.core.screening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of the list: what it looks for, and what a find must be besides.
 *
 * @param flag what it flags
 * @param kind how it is to be read
 * @param pattern what it looks for
 */
record Rule(String flag, Kind kind, Pattern pattern) {

  /** How a line is to be read. */
  enum Kind {
    WORD,
    ABOUT,
    PATTERN,
    SSN,
    LUHN,
    EXCEPT
  }

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Nouns that make of the word before them something that is said of a person. */
  private static final String PEOPLE =
      "(?i:man|men|woman|women|male|female|person|people|guy|lady|boy|girl|kid|kids|couple|family"
          + "|families|household|voters?|parents?|mother|father|owner|leaders?|pastor|activist"
          + "|communit(?:y|ies)|population|residents?|immigrants?|employees?|candidate|constituents?)";

  /** What stands before a word that is said of somebody. */
  private static final String SAID_OF =
      "(?i:(?:he|she|they|who|\\w+'s (?:wife|husband|son|daughter|mother|father))\\s+"
          + "(?:is|was|are|were)|(?:he|she)'s|they're|identif(?:y|ies|ied)\\s+as|raised|born)"
          + "(?i:\\s+(?:an?|half|partly|openly|also|himself|herself|a\\s+practicing|very|not))*\\s+";

  /** A name and "is": the name is written large, and so the word must be written small. */
  private static final String NAMED = "(?<=\\p{Lu}[\\p{L}'’-]{1,30} (?:is|was)(?: an?)? )";

  /**
   * Reads a line; nothing for a comment or an empty one.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Optional<Rule> of(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return Optional.empty();
    }
    String[] parts = line.split("\\|", 3);
    if (parts.length < 3 || parts[2].isBlank()) {
      throw new IllegalArgumentException("Not 'flag | kind | expression': " + line);
    }
    try {
      Kind kind = Kind.valueOf(parts[1].strip().toUpperCase(Locale.ROOT));
      return Optional.of(new Rule(parts[0].strip(), kind, pattern(kind, parts[2].strip())));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("Not a regular expression: " + line, e);
    }
  }

  private static Pattern pattern(Kind kind, String expression) {
    return switch (kind) {
      case WORD, EXCEPT -> Pattern.compile(whole(alternatives(expression)), FLAGS);
      case ABOUT -> about(alternatives(expression.toLowerCase(Locale.ROOT)));
      case PATTERN, SSN, LUHN -> Pattern.compile(expression, FLAGS);
    };
  }

  private static String alternatives(String list) {
    return Stream.of(list.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .map(
            word ->
                Stream.of(word.split("\\s+"))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("\\s+")))
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  private static String whole(String words) {
    return "(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])";
  }

  /** Said of a person; never a name, which is written large after a small word. */
  private static Pattern about(String words) {
    String any = "(?i:" + words + ")";
    String end = "(?![\\p{L}\\p{N}-])";
    // Before a noun that is no person, "is black" may be the beginning of "is black coffee".
    String predicate =
        end + "(?!\\s+(?!(?:and|or|but|who|from|with|in|by|as|so|" + PEOPLE + ")\\b)\\p{L})";
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}-])"
            + any
            + "[- ](?i:american\\s+)?"
            + PEOPLE
            + end
            + "|"
            + SAID_OF
            + any
            + predicate
            + "|"
            + NAMED
            + words
            + predicate,
        Pattern.UNICODE_CASE);
  }

  /** Whether what was found is what the rule means. */
  boolean holds(String found) {
    String digits = found.replaceAll("\\D", "");
    return switch (kind) {
      case SSN -> ssn(digits);
      case LUHN -> luhn(digits);
      default -> true;
    };
  }

  /** No area 000, 666 or from 900, no group 00, no serial 0000 was ever given. */
  private static boolean ssn(String digits) {
    int area = Integer.parseInt(digits.substring(0, 3));
    return area != 0
        && area != 666
        && area < 900
        && !digits.startsWith("00", 3)
        && !digits.endsWith("0000");
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int value = i % 2 == 0 ? digit : digit * 2;
      sum += value > 9 ? value - 9 : value;
    }
    return digits.length() >= 13 && sum % 10 == 0 && digits.chars().distinct().count() > 1;
  }

  /** Everything the list says, in its order. */
  static List<Rule> all(Stream<String> lines) {
    return lines.flatMap(line -> of(line).stream()).toList();
  }
}
