package org.chancery.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Numbers for sets of readers. Thousands of nodes share one set, so the index holds only its number
 * with each, in a column that can be rewritten in place: a changed permission on a folder of ten
 * thousand documents touches no text. Kept with each commit; a number never changes its meaning
 * while the index lives.
 */
final class ReaderSets {

  private static final String KEY = "readers.";

  /** People whose answer is remembered, which takes a walk over all sets to find. */
  private static final int MOST_ASKED = 1_000;

  private final Map<Set<String>, Long> numbers = new ConcurrentHashMap<>();
  private final Map<Set<String>, Readable> asked = new ConcurrentHashMap<>();
  private volatile long next;

  /** The sets that a commit holds. */
  static ReaderSets from(Map<String, String> commitData) {
    ReaderSets sets = new ReaderSets();
    commitData.forEach(
        (key, value) -> {
          if (key.startsWith(KEY)) {
            long number = Long.parseLong(key.substring(KEY.length()));
            sets.numbers.put(parse(value), number);
            sets.next = Math.max(sets.next, number + 1);
          }
        });
    return sets;
  }

  /** The number of a set, a new one if it was not seen before. Only the writing thread calls it. */
  long number(Collection<String> readers) {
    Set<String> set = Collections.unmodifiableSet(new TreeSet<>(readers));
    Long known = numbers.get(set);
    if (known == null) {
      known = next;
      numbers.put(set, known);
      // Afterwards: whoever sees the new number sees the set too.
      next = known + 1;
    }
    return known;
  }

  /** The numbers of all sets that contain one of the authorities. Not to be changed. */
  long[] readableBy(Set<String> authorities) {
    long upTo = next;
    Readable known = asked.get(authorities);
    if (known == null || known.upTo() != upTo) {
      known = new Readable(upTo, containing(authorities));
      if (asked.size() >= MOST_ASKED) {
        asked.clear();
      }
      asked.put(Set.copyOf(authorities), known);
    }
    return known.numbers();
  }

  private long[] containing(Set<String> authorities) {
    return numbers.entrySet().stream()
        .filter(entry -> !Collections.disjoint(entry.getKey(), authorities))
        .mapToLong(Map.Entry::getValue)
        .sorted()
        .toArray();
  }

  /** Forgets the sets whose numbers are not among those in use. */
  void retain(Set<Long> inUse) {
    numbers.values().retainAll(inUse);
  }

  /** What a commit has to hold so that {@link #from} finds the sets again. */
  Map<String, String> commitData() {
    Map<String, String> data = new TreeMap<>();
    new LinkedHashMap<>(numbers).forEach((set, number) -> data.put(KEY + number, text(set)));
    return data;
  }

  /**
   * An answer.
   *
   * @param upTo the number that was next when it was given
   */
  private record Readable(long upTo, long[] numbers) {}

  private static String text(Set<String> set) {
    return set.stream()
        .map(authority -> URLEncoder.encode(authority, StandardCharsets.UTF_8))
        .collect(Collectors.joining(" "));
  }

  private static Set<String> parse(String text) {
    return text.isEmpty()
        ? Set.of()
        : Arrays.stream(text.split(" "))
            .map(authority -> URLDecoder.decode(authority, StandardCharsets.UTF_8))
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));
  }
}
