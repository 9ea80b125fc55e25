package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which given names are short forms or other spellings of which, from {@code nicknames.txt}. */
final class Nicknames {
  private final Map<String, List<String>> names = new HashMap<>();
  private static final int SHORTEST = 4;
  private static final int MOST = 4;
  private final Map<String, List<String>> meant = new ConcurrentHashMap<>();
  private final Set<String> spellings = new HashSet<>();
  private final Map<String, List<String>> seen = new HashMap<>();

  Nicknames() {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (String line : DataFile.lines("nicknames.txt")) {
      String[] parts = line.split(":\\s*");
      String name = parts[0];
      found.computeIfAbsent(name, each -> new HashSet<>()).add(name);
      for (String form : parts[1].split("\\s+")) {
        String plain = form.replaceAll("[~-]", "");
        found.computeIfAbsent(plain, each -> new HashSet<>()).add(name);
        if (form.startsWith("~")) {
          spellings.add(plain + " " + name);
        }
      }
    }
    found.forEach((form, of) -> names.put(form, List.copyOf(of)));
    names
        .keySet()
        .forEach(
            name -> seen.computeIfAbsent(Likeness.seen(name), as -> new ArrayList<>()).add(name));
  }

  /** The full names a name may stand for; itself, when nothing is known of it. */
  List<String> of(String name) {
    return names.getOrDefault(name, List.of(name));
  }

  /**
   * The names that a word which is none was likely meant to be: one slip away, or misread.
   *
   * @return none for a name that is known, and for what is like none
   */
  List<String> meant(String word) {
    return names.containsKey(word) || word.length() < SHORTEST
        ? List.of()
        : meant.computeIfAbsent(word, this::nearest);
  }

  private List<String> nearest(String word) {
    Set<String> found = new HashSet<>();
    for (String name : seen.getOrDefault(Likeness.seen(word), List.of())) {
      found.addAll(names.get(name));
    }
    for (String name : names.keySet()) {
      if (name.length() >= SHORTEST && Likeness.edits(word, name, 1) == 1) {
        found.addAll(names.get(name));
      }
    }
    return found.size() > MOST ? List.of() : List.copyOf(found);
  }

  boolean knows(String name) {
    return names.containsKey(name);
  }

  /** The full names that both may stand for; none when the two are different names. */
  List<String> shared(String a, String b) {
    List<String> shared = new ArrayList<>(of(a));
    shared.retainAll(of(b));
    return shared;
  }

  /** What two different forms of one name are to each other, for people. */
  String words(String a, String b, String name) {
    if (a.equals(name) || b.equals(name)) {
      String form = a.equals(name) ? b : a;
      return Letters.shown(form)
          + (spellings.contains(form + " " + name)
              ? " is another form of "
              : " is a short form of ")
          + Letters.shown(name);
    }
    return Letters.shown(a) + " and " + Letters.shown(b) + " are forms of " + Letters.shown(name);
  }
}
