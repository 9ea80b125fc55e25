package org.chancery.core.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Text as people type it into forms. */
final class FormText {
  static final int LONGEST_LINE = 250;

  private FormText() {}

  /** One line of it. */
  static String line(String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
  }

  static Optional<String> filled(Optional<String> text) {
    return text.map(FormText::line).filter(line -> !line.isEmpty());
  }

  /** Lines of it, ended the same way, without characters that mean nothing in a text. */
  static String lines(String text) {
    return text == null
        ? ""
        : text.replace("\r\n", "\n")
            .replace('\r', '\n')
            .replaceAll("[\\p{Cntrl}&&[^\\n\\t\\f]]|\\p{Cs}", "")
            .strip();
  }

  static void require(Map<String, String> problems, String field, String text, int longest) {
    if (text.isEmpty()) {
      problems.put(field, "is missing");
    } else {
      limit(problems, field, text, longest);
    }
  }

  static void limit(Map<String, String> problems, String field, Optional<String> text) {
    text.ifPresent(given -> limit(problems, field, given, LONGEST_LINE));
  }

  private static void limit(Map<String, String> problems, String field, String text, int longest) {
    if (text.length() > longest) {
      problems.put(
          field,
          String.format(
              Locale.US, "may have at most %,d characters; it has %,d", longest, text.length()));
    }
  }

  static String firstLine(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int space = text.lastIndexOf(' ', longest - 1);
    int end = space > longest / 2 ? space : longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Someone named in one line: a person where it looks like one, else an organization. */
  static LetterSuggestions.Sender sender(
      String name,
      Optional<String> organization,
      Optional<String> phone,
      Optional<String> email,
      String reason) {
    Optional<PersonName> person = PersonName.typed(name);
    return new LetterSuggestions.Sender(
        person.flatMap(PersonName::prefix),
        person.flatMap(PersonName::first),
        person.flatMap(PersonName::middle),
        person.flatMap(PersonName::last),
        person.flatMap(PersonName::suffix),
        organization.or(
            () -> person.isEmpty() && !name.isEmpty() ? Optional.of(name) : Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        phone,
        email,
        reason);
  }
}
