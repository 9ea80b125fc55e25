package org.chancery.benchmarks.labelled;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A row, and what is behind what it shows. What it does not show is empty or null. */
final class Drawn {
  /** A number or mailbox behind what is written, and whether it is written wrong. */
  record Trace(String value, Reach reach, boolean wrong) {}

  /** Whose a number or mailbox is. */
  enum Reach {
    OWN_AT_WORK,
    OWN,
    HOME,
    OFFICE
  }

  final Person person;

  /** Which of the person's jobs, or -1. */
  final int job;

  final Map<Field, String> fields = new EnumMap<>(Field.class);
  final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

  /** The first name before slips, an initial if only that is shown. */
  String first;

  /** The family name before slips. */
  String family;

  /** How many slips the name has. */
  int slips;

  String middle = "";
  String suffix = "";
  String title = "";
  Trace email;
  Trace phone;
  boolean showsOffice;
  boolean showsHome;
  Places.City city;

  Drawn(Person person, int job) {
    this.person = person;
    this.job = job;
  }

  /** The job that this row speaks of, or null. */
  Person.Job jobOf() {
    return job < 0 ? null : person.jobs().get(job);
  }
}
