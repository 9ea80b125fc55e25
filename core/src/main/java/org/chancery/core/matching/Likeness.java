package org.chancery.core.matching;

/** How alike two words are. */
final class Likeness {
  private Likeness() {}

  /** Jaro and Winkler's: 0 to 1, the beginning counts more. */
  static double jaroWinkler(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    int reach = Math.max(a.length(), b.length()) / 2 - 1;
    boolean[] usedA = new boolean[a.length()];
    boolean[] usedB = new boolean[b.length()];
    int common = 0;
    for (int i = 0; i < a.length(); i++) {
      int to = Math.min(b.length() - 1, i + reach);
      for (int j = Math.max(0, i - reach); j <= to; j++) {
        if (!usedB[j] && a.charAt(i) == b.charAt(j)) {
          usedA[i] = true;
          usedB[j] = true;
          common++;
          break;
        }
      }
    }
    if (common == 0) {
      return 0;
    }
    int crossed = 0;
    int at = 0;
    for (int i = 0; i < a.length(); i++) {
      if (usedA[i]) {
        while (!usedB[at]) {
          at++;
        }
        if (a.charAt(i) != b.charAt(at)) {
          crossed++;
        }
        at++;
      }
    }
    double m = common;
    double jaro = (m / a.length() + m / b.length() + (m - crossed / 2.0) / m) / 3;
    int begin = 0;
    int most = Math.min(4, Math.min(a.length(), b.length()));
    while (begin < most && a.charAt(begin) == b.charAt(begin)) {
      begin++;
    }
    return jaro + begin * 0.1 * (1 - jaro);
  }

  /**
   * How many letters have to be put in, left out, changed or swapped with their neighbour
   * (Damerau).
   *
   * @param most more is answered as one more than this
   */
  static int edits(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] now = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      now[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int edits = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits = Math.min(edits, before[j - 2] + 1);
        }
        now[j] = edits;
        least = Math.min(least, edits);
      }
      if (least > most) {
        return most + 1;
      }
      int[] spare = before;
      before = last;
      last = now;
      now = spare;
    }
    return Math.min(last[b.length()], most + 1);
  }

  /** Whether one is likely the other mistyped: one slip, two in a long word. */
  static boolean slip(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
    return allowed > 0 && edits(a, b, allowed) <= allowed;
  }

  /** Whether they are the same to an eye, or a machine, that takes rn for m or 0 for o. */
  static boolean misread(String a, String b) {
    return seen(a).equals(seen(b));
  }

  /** How a word looks to such an eye: the same for all that are misread for one another. */
  static String seen(String text) {
    return text.replace("rn", "m")
        .replace("vv", "w")
        .replace("ri", "n")
        .replace("ii", "u")
        .replace("cl", "d")
        .replace('0', 'o')
        .replace('1', 'l')
        .replace('i', 'l')
        .replace('5', 's')
        .replace('8', 'b')
        .replace('c', 'e');
  }

  /** Whether they are one word in two spellings, as names brought over from other scripts are. */
  static boolean spelling(String a, String b) {
    return spelled(a).equals(spelled(b));
  }

  private static String spelled(String name) {
    String text =
        name.replace("ph", "f")
            .replace("ee", "i")
            .replace("oo", "u")
            .replace("ou", "u")
            .replace("ck", "k")
            .replace("x", "ks")
            .replace('y', 'i')
            .replace('w', 'v')
            .replace('q', 'k')
            .replace('c', 'k')
            .replace('z', 's');
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = plain.length() > 0 && plain.charAt(plain.length() - 1) == c;
      if (!doubled && (c != 'h' || i == 0)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
