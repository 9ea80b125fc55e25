package org.chancery.benchmarks.labelled;

import java.util.Locale;

/** Writes rows of people as the lists, exports, cards and forms that offices collect have them. */
final class Writing {
  /** Where a row comes from, and in which share it shows what. */
  enum Source {
    LIST(0.44, 0.92, 0.62, 0.70, 0.74, 0.58, 0.10),
    EXPORT(0.20, 0.90, 0.72, 0.90, 0.84, 0.45, 0.08),
    CARD(0.13, 0.98, 0.95, 0.90, 0.96, 0.85, 0.0),
    SIGN_IN_SHEET(0.13, 0.70, 0.25, 0.55, 0.45, 0.18, 0.15),
    WEB_FORM(0.10, 0.50, 0.25, 0.97, 0.60, 0.68, 0.60);

    final double share;
    final double organization;
    final double title;
    final double email;
    final double phone;
    final double address;

    /** Of those with a job: shows what belongs to the home instead. */
    final double privately;

    Source(
        double share,
        double organization,
        double title,
        double email,
        double phone,
        double address,
        double privately) {
      this.share = share;
      this.organization = organization;
      this.title = title;
      this.email = email;
      this.phone = phone;
      this.address = address;
      this.privately = privately;
    }
  }

  /**
   * Of those who had several jobs: they give what stays theirs, private mailbox or mobile phone.
   */
  private static final double KEPT = 0.32;

  private final Dice dice;
  private final Noise noise;
  private final NameWriting names;
  private final Weighted<Source> sources = new Weighted<>();

  Writing(Dice dice) {
    this.dice = dice;
    noise = new Noise(dice);
    names = new NameWriting(dice, noise);
    for (Source source : Source.values()) {
      sources.add(source, source.share);
    }
  }

  /** A row that speaks of that job, or of none when it is -1. */
  Drawn row(Person person, int job) {
    return row(person, job, sources.draw(dice));
  }

  /** A row with as much as the most careful source has. */
  Drawn fullRow(Person person, int job) {
    return row(person, job, Source.CARD);
  }

  private Drawn row(Person person, int job, Source source) {
    Drawn row = new Drawn(person, job);
    names.write(row, source == Source.CARD);
    boolean privately = job < 0 || dice.chance(source.privately);
    if (job >= 0 && dice.chance(source.organization)) {
      organization(row, source);
      if (dice.chance(source.title)) {
        title(row, source);
      }
    }
    if (dice.chance(job < 0 ? Math.max(source.email, 0.8) : source.email)) {
      email(row, source, privately);
    }
    if (dice.chance(job < 0 ? Math.max(source.phone, 0.7) : source.phone)) {
      phone(row, source, privately);
    }
    if (dice.chance(job < 0 ? Math.max(source.address, 0.75) : source.address)) {
      address(row, source, privately);
    }
    if (row.fields.size() <= 4) {
      row.kinds.add(Kind.FEW_FIELDS);
    }
    caseOf(row, source);
    return row;
  }

  private void organization(Drawn row, Source source) {
    Office office = row.jobOf().office();
    String name = office.name();
    if (dice.chance(source == Source.CARD ? 0.15 : 0.42) && !office.others().isEmpty()) {
      name = dice.one(office.others());
      row.kinds.add(Kind.ORGANIZATION_SHORTENED);
    }
    row.fields.put(Field.ORGANIZATION, slip(row, source, name, 0.04, 0.22));
    row.showsOffice = true;
  }

  private void title(Drawn row, Source source) {
    Person.Job job = row.jobOf();
    row.title = dice.chance(0.1) ? dice.one(Offices.ranks(job.office().area())) : job.title();
    row.fields.put(Field.TITLE, slip(row, source, noise.title(row.title), 0.04, 0.2));
  }

  private String slip(Drawn row, Source source, String text, double typo, double misread) {
    if (source == Source.CARD && dice.chance(misread)) {
      row.kinds.add(Kind.CARD_MISREAD);
      return noise.misread(text);
    }
    if (source != Source.CARD && dice.chance(source == Source.SIGN_IN_SHEET ? typo * 2 : typo)) {
      row.kinds.add(Kind.TYPO_ELSEWHERE);
      return noise.typo(text);
    }
    return text;
  }

  private void email(Drawn row, Source source, boolean privately) {
    Person person = row.person;
    Person.Job job = row.jobOf();
    String email;
    Drawn.Reach reach;
    if (job == null || privately || dice.chance(moves(person) ? KEPT : 0.06)) {
      String shared = person.household().email();
      boolean home = !shared.isEmpty() && dice.chance(0.6);
      email = home ? shared : person.email();
      reach = home ? Drawn.Reach.HOME : Drawn.Reach.OWN;
    } else if (dice.chance(0.13)) {
      email = job.office().inbox();
      reach = Drawn.Reach.OFFICE;
    } else {
      email = job.email();
      reach = Drawn.Reach.OWN_AT_WORK;
    }
    if (reach == Drawn.Reach.HOME || reach == Drawn.Reach.OFFICE) {
      row.kinds.add(Kind.SHARED_EMAIL);
    }
    boolean wrong = dice.chance(source == Source.SIGN_IN_SHEET ? 0.12 : 0.05);
    String written = email;
    if (wrong) {
      written = noise.wrongMailbox(email);
      row.kinds.add(Kind.EMAIL_ALTERED);
    } else if (source == Source.CARD && dice.chance(0.15)) {
      written = noise.misread(email);
      wrong = !written.equals(email);
      row.kinds.add(Kind.CARD_MISREAD);
    } else if (dice.chance(0.18)) {
      written = noise.sameMailbox(email);
    }
    row.email = new Drawn.Trace(email, reach, wrong);
    row.fields.put(Field.EMAIL, written);
  }

  private static boolean moves(Person person) {
    return person.jobs().size() > 1;
  }

  private void phone(Drawn row, Source source, boolean privately) {
    Person person = row.person;
    Person.Job job = row.jobOf();
    String digits;
    String after = "";
    Drawn.Reach reach;
    if (job == null || privately || dice.chance(moves(person) ? KEPT : 0.16)) {
      boolean home = dice.chance(job == null ? 0.45 : 0.25);
      digits = home ? person.household().phone() : person.mobile();
      reach = home ? Drawn.Reach.HOME : Drawn.Reach.OWN;
    } else if (dice.chance(0.5)) {
      digits = job.office().phone();
      boolean extension = dice.chance(0.45);
      after = extension ? noise.extension(job.extension()) : "";
      reach = Drawn.Reach.OFFICE;
      row.kinds.add(Kind.SHARED_PHONE);
    } else {
      digits = job.direct();
      reach = Drawn.Reach.OWN_AT_WORK;
    }
    if (reach == Drawn.Reach.HOME) {
      row.kinds.add(Kind.SHARED_PHONE);
    }
    boolean wrong = dice.chance(source == Source.SIGN_IN_SHEET ? 0.07 : 0.035);
    if (wrong) {
      row.kinds.add(Kind.PHONE_WRONG);
    }
    String written = noise.phone(wrong ? noise.wrongDigit(digits) : digits) + after;
    if (source == Source.CARD && dice.chance(0.06)) {
      written = written.replace('0', 'O').replace('1', 'l');
      row.kinds.add(Kind.CARD_MISREAD);
    }
    row.phone = new Drawn.Trace(digits, reach, wrong);
    row.fields.put(Field.PHONE, written);
  }

  private void address(Drawn row, Source source, boolean privately) {
    Person.Job job = row.jobOf();
    boolean home = job == null || privately;
    Places.Address at = home ? row.person.household().address() : job.office().address();
    row.city = at.city();
    boolean cityOnly = dice.chance(source == Source.SIGN_IN_SHEET ? 0.7 : 0.12);
    if (!cityOnly) {
      row.fields.put(Field.STREET, slip(row, source, noise.street(at), 0.04, 0.15));
      row.showsHome = home;
    }
    if (!dice.chance(0.04)) {
      row.fields.put(Field.CITY, slip(row, source, at.city().name(), 0.025, 0.05));
    }
    if (!dice.chance(0.06)) {
      String code = at.city().state();
      row.fields.put(Field.STATE, dice.chance(0.12) ? Offices.stateName(code) : code);
    }
    if (!cityOnly && !dice.chance(0.1)) {
      String zip = at.zip();
      if (dice.chance(0.035)) {
        zip = noise.wrongDigit(zip);
        row.kinds.add(Kind.ZIP_WRONG);
      }
      String plusFour = String.format(Locale.ROOT, "-%04d", 1000 + at.street().length() * 37);
      row.fields.put(Field.ZIP, dice.chance(0.12) ? zip + plusFour : zip);
    }
  }

  private void caseOf(Drawn row, Source source) {
    double capitals = source == Source.SIGN_IN_SHEET ? 0.2 : source == Source.CARD ? 0.12 : 0.06;
    if (dice.chance(capitals)) {
      row.fields.replaceAll(
          (field, text) -> field == Field.EMAIL ? text : text.toUpperCase(Locale.ROOT));
      row.kinds.add(Kind.CAPITALS);
    } else if (dice.chance(source == Source.WEB_FORM ? 0.2 : 0.02)) {
      row.fields.replaceAll((field, text) -> text.toLowerCase(Locale.ROOT));
      row.kinds.add(Kind.LOWER_CASE);
    }
  }
}
