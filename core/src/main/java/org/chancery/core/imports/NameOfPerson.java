package org.chancery.core.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The parts of a name that was written in one.
 *
 * @param prefix such as Dr.; may be empty, as each of the others
 * @param first given name
 * @param middle further names
 * @param last family name, with its particles
 * @param suffix such as Jr.
 */
record NameOfPerson(String prefix, String first, String middle, String last, String suffix) {
  private static final Set<String> PREFIXES =
      Set.of(
          ("mr mrs ms miss mx dr prof professor rev reverend hon honorable judge sheriff mayor chief"
                  + " sen senator rep representative gov governor capt captain col gen lt sgt sir")
              .split(" "));
  private static final Set<String> SUFFIXES =
      Set.of("jr sr ii iii iv v phd md jd esq dds rn cpa mba pe".split(" "));
  private static final Set<String> PARTICLES =
      Set.of("de la del der den di da dos du le van von al el bin ibn st san".split(" "));

  /** "Last, First Middle" or "First Middle Last", prefixes and suffixes apart. */
  static NameOfPerson of(String written) {
    String text = written.replaceAll("\\s*\\([^)]*\\)", " ").replaceAll("\\s+", " ").strip();
    String last = "";
    String suffix = "";
    int comma = text.indexOf(',');
    if (comma > 0) {
      String after = text.substring(comma + 1).strip();
      if (isAll(after, SUFFIXES)) {
        suffix = after;
        text = text.substring(0, comma).strip();
      } else {
        last = text.substring(0, comma).strip();
        text = after;
      }
    }
    List<String> words = new ArrayList<>(List.of(text.split("[ ,]+")));
    StringBuilder prefix = new StringBuilder();
    while (words.size() > 1 && PREFIXES.contains(plain(words.get(0)))) {
      prefix.append(prefix.length() == 0 ? "" : " ").append(words.remove(0));
    }
    while (words.size() > 1 && SUFFIXES.contains(plain(words.get(words.size() - 1)))) {
      String each = words.remove(words.size() - 1);
      suffix = suffix.isEmpty() ? each : each + " " + suffix;
    }
    if (last.isEmpty() && !words.isEmpty()) {
      int from = words.size() - 1;
      while (from > 1 && PARTICLES.contains(plain(words.get(from - 1)))) {
        from--;
      }
      last = String.join(" ", words.subList(from, words.size()));
      words = words.subList(0, from);
    }
    return new NameOfPerson(
        prefix.toString(),
        words.isEmpty() ? "" : words.get(0),
        words.size() < 2 ? "" : String.join(" ", words.subList(1, words.size())),
        last,
        suffix);
  }

  private static boolean isAll(String words, Set<String> of) {
    for (String word : words.split("[ ,]+")) {
      if (!of.contains(plain(word))) {
        return false;
      }
    }
    return true;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace(".", "");
  }
}
