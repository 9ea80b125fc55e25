package org.chancery.core.imports;

import java.util.Locale;

/** What is to become of a row, before anybody decides. */
public enum Fate {
  /** Nobody like this is known: entered. */
  NEW,
  /** Somebody known, as good as certain: what they lack is added. */
  KNOWN,
  /** The same person as another row of the file: what that one lacks is added. */
  DOUBLE,
  /** Perhaps somebody known: a person has to look. */
  ASK,
  /** An event, entered with those who were to come. */
  EVENT,
  /** Cannot be imported. */
  REJECTED;

  /** As it is kept, and shown to programs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
