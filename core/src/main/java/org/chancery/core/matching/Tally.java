package org.chancery.core.matching;

/** How often each hash was counted: a table without objects. */
final class Tally {
  private long[] keys = new long[1 << 10];
  private int[] counts = new int[1 << 10];
  private int size;

  /** Counts once more and answers how often by now. */
  int add(long hash) {
    long key = hash == 0 ? 1 : hash;
    int at = slot(keys, key);
    if (keys[at] == 0) {
      keys[at] = key;
      counts[at] = 1;
      if (++size * 2 > keys.length) {
        grow();
      }
      return 1;
    }
    return ++counts[at];
  }

  int of(long hash) {
    return counts[slot(keys, hash == 0 ? 1 : hash)];
  }

  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    int at = (int) (key >>> 7) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] more = new long[keys.length * 2];
    int[] counted = new int[more.length];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int at = slot(more, keys[i]);
        more[at] = keys[i];
        counted[at] = counts[i];
      }
    }
    keys = more;
    counts = counted;
  }
}
