package org.chancery.core.imports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Dates as people write them in this country: the month first. */
final class WrittenDate {
  private static final List<DateTimeFormatter> FORMS =
      Stream.of(
              "uuuu-M-d",
              "M/d/uuuu",
              "M-d-uuuu",
              "M.d.uuuu",
              "d MMM uuuu",
              "d MMMM uuuu",
              "MMM d uuuu",
              "MMMM d uuuu",
              "uuuu/M/d")
          .map(WrittenDate::form)
          .toList();
  private static final DateTimeFormatter SHORT =
      new DateTimeFormatterBuilder()
          .appendPattern("M/d/")
          .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
          .toFormatter(Locale.US)
          .withResolverStyle(ResolverStyle.STRICT);

  private WrittenDate() {}

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.US)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  static Optional<LocalDate> of(String written) {
    String text =
        written.strip().replaceFirst("[T ]\\d{1,2}:\\d{2}.*$", "").replaceAll("[, ]+", " ");
    return Stream.concat(FORMS.stream(), Stream.of(SHORT))
        .flatMap(form -> parsed(text, form).stream())
        .findFirst();
  }

  private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDate.parse(text, form));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
