package org.chancery.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A person's name as written in English, taken apart.
 *
 * @param prefix such as Dr.
 * @param first given name
 * @param middle names or initials
 * @param last family name
 * @param suffix such as Jr.
 */
record PersonName(
    Optional<String> prefix,
    Optional<String> first,
    Optional<String> middle,
    Optional<String> last,
    Optional<String> suffix) {
  private static final Set<String> PREFIXES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "prof",
          "rev",
          "hon",
          "sen",
          "rep",
          "gov",
          "mayor",
          "senator",
          "representative",
          "congressman",
          "congresswoman",
          "governor",
          "judge",
          "professor",
          "reverend",
          "sister",
          "father",
          "rabbi",
          "col",
          "capt",
          "lt",
          "sgt");
  private static final Set<String> SUFFIXES =
      Set.of("jr", "sr", "ii", "iii", "iv", "esq", "md", "phd", "jd", "cpa", "rn", "dds");
  private static final Set<String> PARTICLES =
      Set.of("de", "da", "del", "della", "di", "van", "von", "der", "den", "la", "le", "bin", "al");
  private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*");
  private static final Pattern HONORABLE = Pattern.compile("(?i)^the\\s+honou?rable\\s+");

  /** Takes a line apart; empty when it does not look like a person's name. */
  static Optional<PersonName> of(String line) {
    String text = HONORABLE.matcher(line.strip()).replaceFirst("Hon. ").replace(",", " ");
    List<String> words = new ArrayList<>(List.of(text.split("\\s+")));
    words.removeIf(String::isBlank);
    if (words.size() < 2 || words.size() > 7) {
      return Optional.empty();
    }
    Optional<String> prefix = Optional.empty();
    if (PREFIXES.contains(bare(words.get(0)))) {
      prefix = Optional.of(words.remove(0));
    }
    List<String> suffixes = new ArrayList<>();
    while (!words.isEmpty() && SUFFIXES.contains(bare(words.get(words.size() - 1)))) {
      suffixes.add(0, words.remove(words.size() - 1));
    }
    boolean named =
        words.stream()
            .allMatch(
                word ->
                    WORD.matcher(word).matches()
                        || PARTICLES.contains(word.toLowerCase(Locale.ROOT)));
    if (!named || words.isEmpty() || words.size() < 2 && prefix.isEmpty()) {
      return Optional.empty();
    }
    int last = words.size() - 1;
    while (last > 1 && PARTICLES.contains(words.get(last - 1).toLowerCase(Locale.ROOT))) {
      last--;
    }
    boolean single = words.size() == 1;
    return Optional.of(
        new PersonName(
            prefix,
            single ? Optional.empty() : Optional.of(cased(words.get(0))),
            joined(words, 1, last),
            single ? Optional.of(cased(words.get(0))) : joined(words, last, words.size()),
            joined(suffixes, 0, suffixes.size())));
  }

  /**
   * The same for what somebody typed into a field for a name, where not everybody writes capitals:
   * with a prefix it is a person's in any case.
   */
  static Optional<PersonName> typed(String line) {
    String[] words = line.strip().split("\\s+");
    if (!PREFIXES.contains(bare(words[0]))) {
      return of(line);
    }
    return of(
        String.join(
            " ",
            Stream.of(words)
                .map(word -> PARTICLES.contains(word) ? word : capitalized(word))
                .toList()));
  }

  private static String capitalized(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }

  private static Optional<String> joined(List<String> words, int from, int to) {
    if (from >= to) {
      return Optional.empty();
    }
    return Optional.of(
        String.join(" ", words.subList(from, to).stream().map(PersonName::cased).toList()));
  }

  /** Letterheads often shout; names are kept as people write them. */
  private static String cased(String word) {
    boolean shouted = word.length() > 3 && word.equals(word.toUpperCase(Locale.ROOT));
    return shouted && word.chars().allMatch(Character::isLetter)
        ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
        : word;
  }

  private static String bare(String word) {
    return word.replace(".", "").toLowerCase(Locale.ROOT);
  }
}
