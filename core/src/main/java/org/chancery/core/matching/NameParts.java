package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's name taken apart and brought into one form, whichever fields its parts were written
 * in.
 *
 * @param first given name, plain; an initial, or empty
 * @param also other given names by which the person goes: what was written in quotes or brackets
 * @param middle further given names or initials
 * @param last the words of the family name, without particles where others are left
 * @param family the family name in one word, particles and all
 * @param generation 1 for Sr., 2 for Jr. and II and so on; 0 when nothing is said
 * @param gender m, f or a blank, by the prefix
 */
record NameParts(
    String first,
    List<String> also,
    List<String> middle,
    List<String> last,
    String family,
    int generation,
    char gender) {
  private static final Map<String, Character> PREFIXES =
      Map.of("mr", 'm', "mister", 'm', "mrs", 'f', "ms", 'f', "miss", 'f', "sir", 'm', "dame", 'f');
  private static final Set<String> HONORIFICS =
      Set.of(
          ("dr doctor prof professor rev reverend fr father sr sra hon honorable honourable judge"
                  + " justice gov governor lt ltgov lieutenant sen senator rep representative"
                  + " congressman congresswoman mayor col colonel gen general maj major capt captain"
                  + " sgt sergeant cpl cdr cmdr commander adm admiral chief sheriff ambassador amb"
                  + " pres president sec secretary the rabbi imam sister brother bishop msgr deacon"
                  + " pastor chairman chairwoman commissioner councilman councilwoman officer supt"
                  + " mx messrs dir director")
              .split(" "));
  private static final Map<String, Integer> GENERATIONS =
      Map.ofEntries(
          Map.entry("sr", 1),
          Map.entry("senior", 1),
          Map.entry("snr", 1),
          Map.entry("i", 1),
          Map.entry("1st", 1),
          Map.entry("jr", 2),
          Map.entry("junior", 2),
          Map.entry("jnr", 2),
          Map.entry("ii", 2),
          Map.entry("2nd", 2),
          Map.entry("2d", 2),
          Map.entry("iii", 3),
          Map.entry("3rd", 3),
          Map.entry("3d", 3),
          Map.entry("iv", 4),
          Map.entry("4th", 4),
          Map.entry("v", 5),
          Map.entry("5th", 5));
  private static final Set<String> DEGREES =
      Set.of(
          ("esq esquire md phd jd cpa rn dds mba pe mph mpa ma ms ba bs do dvm edd llm llb cfa aia"
                  + " faia rd lcsw msw usn usa usaf usmc uscg ret retired cem aicp pmp np psyd dmin"
                  + " obe cissp")
              .split(" "));
  private static final Set<String> PARTICLES =
      Set.of(
          ("de da do dos das del della di du des la las le los lo van von vom vander vonder der den"
                  + " ter ten zu zur bin ibn al el abu y e af av san st saint")
              .split(" "));
  private static final Set<String> ENDINGS = Set.of("jr", "sr", "ii", "iii", "iv", "2nd", "3rd");
  private static final Pattern ALSO =
      Pattern.compile(
          "[\"“”(\\[«]([^\"“”)\\]»]+)[\"“”)\\]»]|(?<=\\s|^)['‘’]([^'‘’]+)['‘’](?=\\s|$)");

  /** Takes a profile's name apart. */
  static NameParts of(Profile profile) {
    Builder parts = new Builder();
    parts.suffix(profile.suffix());
    parts.gender = gender(profile.prefix());
    String last = parts.withoutAlso(profile.last()).strip();
    String first = parts.withoutAlso(profile.first()).strip();
    String middle = parts.withoutAlso(profile.middle()).strip();
    int comma = last.indexOf(',');
    if (comma >= 0) {
      String after = last.substring(comma + 1).strip();
      last = last.substring(0, comma).strip();
      if (first.isEmpty() && !isEnding(after)) {
        first = after;
      } else {
        parts.suffix(after);
      }
    } else if (last.isEmpty() && first.indexOf(',') > 0) {
      int at = first.indexOf(',');
      String after = first.substring(at + 1).strip();
      if (isEnding(after)) {
        parts.suffix(after);
        first = first.substring(0, at);
      } else {
        last = first.substring(0, at).strip();
        first = after;
      }
    }
    parts.given(first);
    parts.middle(middle);
    parts.family(last);
    parts.split();
    return parts.build();
  }

  private static boolean isEnding(String text) {
    List<String> words = words(text);
    return !words.isEmpty()
        && words.stream().allMatch(w -> GENERATIONS.containsKey(w) || DEGREES.contains(w));
  }

  private static char gender(String prefix) {
    for (String word : words(prefix)) {
      Character gender = PREFIXES.get(word);
      if (gender != null) {
        return gender;
      }
    }
    return ' ';
  }

  private static List<String> words(String text) {
    String words = Letters.words(text);
    return words.isEmpty() ? List.of() : Arrays.asList(words.split(" "));
  }

  private static final class Builder {
    private final List<String> also = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private final List<String> middle = new ArrayList<>();
    private final List<String> family = new ArrayList<>();
    private int generation;
    private char gender = ' ';

    String withoutAlso(String text) {
      if (text.indexOf('"') < 0
          && text.indexOf('(') < 0
          && text.indexOf('\'') < 0
          && text.indexOf('“') < 0
          && text.indexOf('‘') < 0
          && text.indexOf('’') < 0
          && text.indexOf('[') < 0) {
        return text;
      }
      Matcher found = ALSO.matcher(text);
      StringBuilder rest = new StringBuilder();
      while (found.find()) {
        String name = Letters.words(found.group(1) != null ? found.group(1) : found.group(2));
        if (!name.isEmpty() && name.indexOf(' ') < 0) {
          also.add(name);
        }
        found.appendReplacement(rest, " ");
      }
      return found.appendTail(rest).toString();
    }

    void suffix(String text) {
      for (String word : words(text)) {
        Integer number = GENERATIONS.get(word);
        if (number != null) {
          generation = number;
        }
      }
    }

    void given(String text) {
      // In "Jean-Pierre" the hyphen binds; elsewhere a blank parts given from middle names.
      for (String word : text.split("[\\s.,]+")) {
        String plain = Letters.words(word).replace(' ', '-');
        if (!plain.isEmpty()) {
          given.add(plain);
        }
      }
      strip(given);
    }

    void middle(String text) {
      middle.addAll(words(text));
      takeEnding(middle, false);
    }

    void family(String text) {
      family.addAll(words(text));
      if (family.size() > 1) {
        strip(family);
      }
    }

    private void strip(List<String> names) {
      while (names.size() > 1 && isPrefix(names.get(0))) {
        char said = PREFIXES.getOrDefault(names.get(0), ' ');
        gender = said == ' ' ? gender : said;
        names.remove(0);
      }
      if (names.size() == 1 && names == given && PREFIXES.containsKey(names.get(0))) {
        gender = PREFIXES.get(names.remove(0));
      }
      takeEnding(names, true);
    }

    private static boolean isPrefix(String word) {
      return PREFIXES.containsKey(word) || HONORIFICS.contains(word);
    }

    private void takeEnding(List<String> names, boolean keepOne) {
      while (names.size() > (keepOne ? 1 : 0)) {
        String end = names.get(names.size() - 1);
        if (ENDINGS.contains(end)) {
          generation = GENERATIONS.get(end);
        } else if (!DEGREES.contains(end) || end.length() < 3 && names == middle) {
          return;
        }
        names.remove(names.size() - 1);
      }
    }

    /** A whole name in one field. */
    void split() {
      if (family.isEmpty() && given.size() > 1) {
        int from = given.size() - 1;
        while (from > 1 && PARTICLES.contains(given.get(from - 1))) {
          from--;
        }
        given.subList(from, given.size()).forEach(word -> family.addAll(words(word)));
        given.subList(from, given.size()).clear();
      } else if (given.isEmpty() && family.size() > 1 && !PARTICLES.contains(family.get(0))) {
        given.add(family.remove(0));
        while (family.size() > 1 && family.get(0).length() == 1) {
          middle.add(0, family.remove(0));
        }
      }
      given.replaceAll(word -> word.replace("-", ""));
      if (given.size() > 1) {
        middle.addAll(0, given.subList(1, given.size()));
        given.subList(1, given.size()).clear();
      }
    }

    NameParts build() {
      List<String> core = family.stream().filter(word -> !PARTICLES.contains(word)).toList();
      return new NameParts(
          given.isEmpty() ? "" : given.get(0),
          List.copyOf(also),
          List.copyOf(middle),
          core.isEmpty() ? List.copyOf(family) : core,
          String.join("", family),
          generation,
          gender);
    }
  }
}
