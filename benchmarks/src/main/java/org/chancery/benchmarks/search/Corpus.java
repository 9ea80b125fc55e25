package org.chancery.benchmarks.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.chancery.core.access.Authorities;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.model.QName;

/**
 * Made-up correspondence: 250 words a document, words as unevenly frequent as in a language (Zipf),
 * each document readable by one or two of 30 groups.
 */
final class Corpus {

  static final int GROUPS = 30;
  private static final int WORDS = 250;
  private static final int VOCABULARY = 60_000;
  private static final String[] SYLLABLES = {
    "ba", "ko", "du", "ri", "fa", "lo", "mu", "ta", "vo", "nu", "ga", "po", "zu", "ma", "ro", "ku"
  };
  private static final List<String> STATUSES = List.of("open", "closed");
  private static final List<String> SOURCES =
      List.of("congress", "public", "whiteHouse", "federalAgency", "stateLocal");

  private final Random random;
  private final double[] upTo = new double[VOCABULARY];

  Corpus(long seed) {
    random = new Random(seed);
    double sum = 0;
    for (int rank = 0; rank < VOCABULARY; rank++) {
      sum += 1.0 / (rank + 2.7);
      upTo[rank] = sum;
    }
    for (int rank = 0; rank < VOCABULARY; rank++) {
      upTo[rank] /= sum;
    }
  }

  /** The word of a rank, 0 being the most frequent; none is another's stem. */
  static String word(int rank) {
    StringBuilder word = new StringBuilder();
    int rest = rank + 16;
    while (rest > 0) {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
      rest /= SYLLABLES.length;
    }
    return word.toString();
  }

  /** The code of a component; its people are a group. */
  static String component(int number) {
    return "G" + number;
  }

  /** The name of a group. */
  static String group(int number) {
    return Authorities.component(component(number));
  }

  /** The code of the component whose people the group is. */
  static String componentOf(String group) {
    return group.substring(Authorities.component("").length());
  }

  private String anyWord() {
    int found = Arrays.binarySearch(upTo, random.nextDouble());
    return word(Math.min(VOCABULARY - 1, found < 0 ? -found - 1 : found));
  }

  /** The next document. */
  IndexEntry next(NodeId folder, int number) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      text.add(anyWord());
    }
    LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9_000));
    Instant created = day.plusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new IndexEntry(
        NodeId.of(new UUID(random.nextLong(), random.nextLong()).toString()),
        List.of(QName.of("cor:document"), QName.of("cm:content"), QName.of("cm:cmobject")),
        Set.of(),
        anyWord() + " " + anyWord() + " " + number,
        "Case folders/" + day.getYear() + "/document " + number,
        List.of(folder),
        readers(),
        Map.of(
            QName.of("cor:status"), STATUSES.get(random.nextInt(STATUSES.size())),
            QName.of("cor:source"), SOURCES.get(random.nextInt(SOURCES.size())),
            QName.of("cor:component"), List.of("COMPONENT" + random.nextInt(8)),
            QName.of("cor:letterDate"), day),
        List.of(
            String.join(" ", text.subList(0, WORDS / 2)) + ".",
            String.join(" ", text.subList(WORDS / 2, WORDS)) + "."),
        created,
        created);
  }

  private Set<String> readers() {
    Set<String> readers = new LinkedHashSet<>();
    readers.add(group(random.nextInt(GROUPS)));
    if (random.nextBoolean()) {
      readers.add(group(random.nextInt(GROUPS)));
    }
    return readers;
  }
}
