package org.chancery.core.matching;

/**
 * How a name sounds in English, roughly: names that sound alike get the same few letters. In the
 * manner of NYSIIS and Metaphone, coarser than both: it only has to bring pairs together.
 */
final class Phonetic {
  private static final int LONGEST = 6;

  private Phonetic() {}

  /**
   * The sound of a word of plain small letters; other letters stay what they are.
   *
   * @return at most six letters; empty for an empty word
   */
  static String of(String word) {
    if (word.isEmpty()) {
      return "";
    }
    String text = begin(word);
    StringBuilder sound = new StringBuilder();
    for (int i = 0; i < text.length() && sound.length() < LONGEST; i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      char heard = i == 0 && isVowel(c) ? 'a' : heard(text, i, c, next);
      if (heard != ' ' && (sound.length() == 0 || sound.charAt(sound.length() - 1) != heard)) {
        sound.append(heard);
      }
    }
    return sound.length() == 0 ? word.substring(0, 1) : sound.toString();
  }

  private static String begin(String word) {
    String text = word;
    if (text.startsWith("mac") && text.length() > 5) {
      text = "mc" + text.substring(3);
    } else if (text.startsWith("kn") || text.startsWith("gn") || text.startsWith("pn")) {
      text = text.substring(1);
    } else if (text.startsWith("wr")) {
      text = text.substring(1);
    } else if (text.startsWith("ps")) {
      text = text.substring(1);
    } else if (text.startsWith("x")) {
      text = "s" + text.substring(1);
    }
    return text;
  }

  private static boolean isVowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }

  /** The sound of a letter, blank for none. */
  private static char heard(String text, int i, char c, char next) {
    char previous = i > 0 ? text.charAt(i - 1) : ' ';
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'w' -> i == 0 ? c : ' ';
      case 'b' -> previous == 'm' && i == text.length() - 1 ? ' ' : 'p';
      case 'p' -> next == 'h' ? 'f' : 'p';
      case 'f', 'v' -> 'f';
      case 'c' -> next == 'h' ? 'x' : next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
      case 'g' -> next == 'h' && i > 0 ? ' ' : next == 'n' && i + 2 == text.length() ? ' ' : 'k';
      case 'k', 'q' -> 'k';
      case 'x' -> 'k';
      case 's' -> next == 'h' ? 'x' : 's';
      case 'z' -> 's';
      case 'd', 't' -> previous == 's' && next == 'l' ? ' ' : 't';
      case 'm', 'n' -> 'n';
      default -> c;
    };
  }
}
