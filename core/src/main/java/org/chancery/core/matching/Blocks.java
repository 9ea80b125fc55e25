package org.chancery.core.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Which rows share a key: one sorted array, a hash and a row in each number. Two keys of one hash
 * (one of many millions) only cost a comparison.
 */
final class Blocks {
  private final long[] entries;
  private final int rowBits;

  private Blocks(long[] entries, int rowBits) {
    this.entries = entries;
    this.rowBits = rowBits;
  }

  static Blocks of(List<Traits> rows) {
    Growing entries = new Growing(rows.size() * 16 + 16);
    int bits = bits(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      for (String key : MatchKeys.of(rows.get(row))) {
        entries.add(entry(Hash.of(key), row, bits));
      }
    }
    long[] all = entries.toArray();
    Arrays.parallelSort(all);
    return new Blocks(all, bits);
  }

  static int bits(int rows) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, rows - 1)));
  }

  static long entry(long hash, int row, int rowBits) {
    return hash << rowBits | row;
  }

  int size() {
    return entries.length;
  }

  int row(int at) {
    return (int) (entries[at] & (1L << rowBits) - 1);
  }

  /** Where the block that begins there ends. */
  int end(int start) {
    long key = entries[start] >> rowBits;
    int at = start + 1;
    while (at < entries.length && entries[at] >> rowBits == key) {
      at++;
    }
    return at;
  }

  /** Where the block of a key begins; at the end, when there is none. */
  int start(String key) {
    long first = entry(Hash.of(key), 0, rowBits);
    int at = Arrays.binarySearch(entries, first);
    at = at < 0 ? -at - 1 : at;
    return at < entries.length && entries[at] >> rowBits == first >> rowBits ? at : entries.length;
  }

  /** Numbers, as many as come. */
  static final class Growing {
    private long[] values;
    private int size;

    Growing(int room) {
      values = new long[room];
    }

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size + (size >> 1) + 16);
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    /** Sorts, and keeps each number once. */
    void settle() {
      Arrays.parallelSort(values, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || values[i] != values[i - 1]) {
          values[kept++] = values[i];
        }
      }
      size = kept;
    }

    long[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
