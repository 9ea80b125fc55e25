package org.chancery.core.matching;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.chancery.core.addresses.Address;

/** People for tests, written by hand or drawn. */
final class MatchingRows {
  private static final String[] GIVEN = {
    "Robert", "Linda", "Miguel", "Aisha", "Walter", "Grace", "Tomas", "Helen", "Dmitri", "Carol"
  };
  private static final String[] BEGIN = {
    "Thistle", "Okon", "Bran", "Vester", "Quill", "Marl", "Ostro", "Hald", "Pem", "Zier"
  };
  private static final String[] END = {"waite", "kwo", "degaard", "gaard", "ington", "ow", "vski"};
  private static final String[] STATES = {"OH", "TX", "ME", "CA", "FL", "WA"};

  private MatchingRows() {}

  /**
   * A row as the command reads it.
   *
   * @param cells first, middle, last, suffix, organization, email, phone, street, city, state, zip
   */
  static Profile row(String id, String... cells) {
    return new Profile(
        id,
        "",
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4].isEmpty() ? List.of() : List.of(cells[4]),
        "",
        new Reach(
            cells[6].isEmpty() ? List.of() : List.of(cells[6]),
            cells[5].isEmpty() ? List.of() : List.of(cells[5])),
        Reach.NONE,
        new Address(cells[7], cells[8], cells[9], cells[10]));
  }

  /** Somebody who has nothing to do with the others. */
  static Profile drawn(String id, Random random) {
    String given = of(random, GIVEN);
    String last = of(random, BEGIN) + of(random, END);
    int number = random.nextInt(9000) + 1000;
    return row(
        id,
        given,
        random.nextBoolean() ? "" : String.valueOf((char) ('A' + random.nextInt(26))),
        last,
        "",
        of(random, BEGIN) + " Society " + random.nextInt(40),
        given.toLowerCase(Locale.ROOT) + number + "@example" + random.nextInt(99) + ".org",
        "614-" + (200 + random.nextInt(700)) + "-" + number,
        random.nextInt(900) + " " + of(random, BEGIN) + " St",
        "Town" + random.nextInt(50),
        of(random, STATES),
        String.valueOf(10000 + random.nextInt(80000)));
  }

  static String of(Random random, String... all) {
    return all[random.nextInt(all.length)];
  }
}
