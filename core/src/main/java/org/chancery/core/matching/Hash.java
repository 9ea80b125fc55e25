package org.chancery.core.matching;

/** Sixty-four bits of a text: enough to tell a few million apart. */
final class Hash {
  private static final long PRIME = 0x100000001b3L;
  private static final long START = 0xcbf29ce484222325L;

  private Hash() {}

  static long of(CharSequence text) {
    return of(START, text);
  }

  /** Of a kind of value, and the value. */
  static long of(char kind, CharSequence text) {
    return of((START ^ kind) * PRIME, text);
  }

  private static long of(long start, CharSequence text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mixed(hash);
  }

  static long both(long a, long b) {
    return mixed(a * 31 + b);
  }

  private static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return mixed ^ (mixed >>> 32);
  }
}
