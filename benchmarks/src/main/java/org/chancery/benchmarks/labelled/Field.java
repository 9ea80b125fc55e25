package org.chancery.benchmarks.labelled;

import java.util.Locale;

/** A row's columns after {@code id}, in their order in the file. */
enum Field {
  PREFIX,
  FIRST,
  MIDDLE,
  LAST,
  SUFFIX,
  ORGANIZATION,
  TITLE,
  EMAIL,
  PHONE,
  STREET,
  CITY,
  STATE,
  ZIP;

  /** The column's heading. */
  String heading() {
    return name().toLowerCase(Locale.ROOT);
  }
}
