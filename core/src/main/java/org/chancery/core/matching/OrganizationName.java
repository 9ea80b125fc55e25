package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An organization's name in one form.
 *
 * @param words those that tell it from others, abbreviations written out, in the order given
 * @param key the same in the order of the alphabet, parted by blanks
 * @param acronyms what it may be called by initials, and what is given as such in brackets
 */
public record OrganizationName(List<String> words, String key, Set<String> acronyms) {
  private static final Set<String> DROPPED = new HashSet<>();
  private static final Map<String, String> EXPANDED = new HashMap<>();
  private static final Map<String, String> TITLES = new HashMap<>();
  private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]");
  private static final int SHORT = 6;

  static {
    for (String[] row : DataFile.rows("organization-words.tsv")) {
      if (row[0].equals("drop")) {
        DROPPED.add(row[1]);
      } else if (row[0].equals("title")) {
        TITLES.put(row[1], row[2]);
      } else {
        EXPANDED.put(row[1], row[2]);
      }
    }
  }

  /** Copies. */
  public OrganizationName {
    words = List.copyOf(words);
    acronyms = Collections.unmodifiableSet(new LinkedHashSet<>(acronyms));
  }

  /** Reads a name; empty words for an empty one. */
  public static OrganizationName of(String written) {
    Set<String> acronyms = new LinkedHashSet<>();
    String text = Letters.plain(written == null ? "" : written);
    Matcher brackets = BRACKETS.matcher(text);
    while (brackets.find()) {
      String inside = joined(brackets.group(1));
      if (inside.length() > 1 && inside.length() <= SHORT + 2) {
        acronyms.add(inside);
      }
    }
    String plain = brackets.replaceAll(" ").replaceAll("(?<=\\b[a-z])\\.(?=[a-z]\\b)", "");
    List<String> all = List.of(Letters.words(plain.replace("&", " and ")).split(" "));
    List<String> words = new ArrayList<>();
    StringBuilder initials = new StringBuilder();
    for (String word : all) {
      if (!word.isEmpty() && !DROPPED.contains(word)) {
        for (String full : EXPANDED.getOrDefault(word, word).split(" ")) {
          words.add(full);
          initials.append(full.charAt(0));
        }
      }
    }
    if (words.isEmpty()) {
      all.stream().filter(word -> !word.isEmpty()).forEach(words::add);
    }
    if (initials.length() > 2) {
      acronyms.add(initials.toString());
    } else if (words.size() == 1 && words.get(0).length() > 1 && words.get(0).length() <= SHORT) {
      acronyms.add(words.get(0));
    }
    String[] sorted = words.toArray(String[]::new);
    Arrays.sort(sorted);
    return new OrganizationName(words, String.join(" ", sorted), acronyms);
  }

  /** A position in one form: abbreviations written out, little words left out. */
  static String title(String written) {
    StringBuilder title = new StringBuilder();
    for (String word : Letters.words(written.replace("&", " ")).split(" ")) {
      if (!word.isEmpty() && !DROPPED.contains(word)) {
        title.append(title.length() == 0 ? "" : " ").append(TITLES.getOrDefault(word, word));
      }
    }
    return title.toString();
  }

  private static String joined(String text) {
    return Letters.words(text).replace(" ", "");
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether one is given by its initials alone, and they are the other's. */
  public boolean isAcronymOf(OrganizationName other) {
    return words.size() == 1 && other.acronyms.contains(words.get(0))
        || other.words.size() == 1 && acronyms.contains(other.words.get(0));
  }
}
