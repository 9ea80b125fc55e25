package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All pairs of rows that share a key, each once. A block that is too large (a switchboard's number,
 * a John Smith) is parted by every second thing its rows have, again and again: pairs that share
 * two things are found, whatever the size. Only where rows share all there is, each is held against
 * its neighbours alone, in the order of what they are called.
 */
final class LikelyPairs {
  private static final int LARGE = 60;
  private static final int DEEPEST = 3;
  private static final int NEIGHBOURS = 8;
  private static final int FULL = 24_000_000;

  private final List<Traits> rows;
  private final int bits;
  private final Blocks.Growing pairs = new Blocks.Growing(1 << 16);
  private int settled;

  private LikelyPairs(List<Traits> rows) {
    this.rows = rows;
    this.bits = Blocks.bits(rows.size());
  }

  /** The pairs, the lower row times two to the 32nd plus the higher, in ascending order. */
  static long[] of(List<Traits> rows, Blocks blocks) {
    LikelyPairs found = new LikelyPairs(rows);
    int start = 0;
    while (start < blocks.size()) {
      int end = blocks.end(start);
      if (end - start > 1) {
        int[] block = new int[end - start];
        for (int i = 0; i < block.length; i++) {
          block[i] = blocks.row(start + i);
        }
        found.pair(block, 0, 0);
      }
      start = end;
    }
    found.pairs.settle();
    return found.pairs.toArray();
  }

  private void pair(int[] block, int depth, int from) {
    if (block.length <= LARGE) {
      for (int i = 0; i < block.length; i++) {
        for (int j = i + 1; j < block.length; j++) {
          add(block[i], block[j]);
        }
      }
    } else if (depth < DEEPEST) {
      refine(block, depth, from);
    } else {
      neighbours(block);
    }
  }

  private void add(int a, int b) {
    if (a != b) {
      pairs.add(a < b ? (long) a << 32 | b : (long) b << 32 | a);
      if (pairs.size() > settled + FULL) {
        pairs.settle();
        settled = pairs.size();
      }
    }
  }

  private void refine(int[] block, int depth, int from) {
    Blocks.Growing finer = new Blocks.Growing(block.length * 8);
    for (int row : block) {
      List<Set<String>> second = second(rows.get(row));
      for (int kind = from; kind < second.size(); kind++) {
        for (String value : second.get(kind)) {
          // The kind is kept beside the hash, to go on behind it.
          long hash = Hash.of((char) ('A' + kind), value) << 4 | kind;
          finer.add(Blocks.entry(hash, row, bits));
        }
      }
    }
    long[] entries = finer.toArray();
    Arrays.sort(entries);
    int start = 0;
    while (start < entries.length) {
      long key = entries[start] >> bits;
      int end = start + 1;
      while (end < entries.length && entries[end] >> bits == key) {
        end++;
      }
      if (end - start > 1) {
        int[] part = new int[end - start];
        for (int i = 0; i < part.length; i++) {
          part[i] = (int) (entries[start + i] & (1L << bits) - 1);
        }
        pair(part, depth + 1, (int) (key & 15) + 1);
      }
      start = end;
    }
    if (depth > 0) {
      neighbours(block);
    }
  }

  /** What a row in a large block has beside the block's key, kind by kind. */
  private static List<Set<String>> second(Traits row) {
    Set<String> phones = new LinkedHashSet<>();
    row.phones().forEach(phone -> phones.add(phone.value().number()));
    Set<String> emails = new LinkedHashSet<>();
    row.emails().forEach(email -> emails.add(email.value().local()));
    Set<String> organizations = new LinkedHashSet<>();
    for (OrganizationName each : row.organizations()) {
      organizations.add(each.key());
      organizations.addAll(each.acronyms());
    }
    Set<String> middles = new LinkedHashSet<>();
    row.name().middle().forEach(middle -> middles.add(middle.substring(0, 1)));
    StreetLine place = row.place();
    return List.of(
        phones,
        emails,
        one(place.building()),
        new LinkedHashSet<>(row.sounds()),
        new LinkedHashSet<>(row.fullNames()),
        organizations,
        one(place.zip()),
        middles,
        one(place.city()),
        one(place.state()));
  }

  private static Set<String> one(String value) {
    return value.isEmpty() ? Set.of() : Set.of(value);
  }

  private void neighbours(int[] block) {
    record Called(String name, int row) {}
    List<Called> called = new ArrayList<>();
    for (int row : block) {
      Traits each = rows.get(row);
      String given = each.givens().isEmpty() ? "" : each.givens().get(0);
      called.add(
          new Called(
              each.name().family() + " " + given + " " + each.place().building() + each.emails(),
              row));
    }
    called.sort((a, b) -> a.name().compareTo(b.name()));
    for (int i = 0; i < called.size(); i++) {
      for (int j = i + 1; j < Math.min(called.size(), i + NEIGHBOURS); j++) {
        add(called.get(i).row(), called.get(j).row());
      }
    }
  }
}
