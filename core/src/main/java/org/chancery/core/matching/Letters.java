package org.chancery.core.matching;

import java.text.Normalizer;
import java.util.Locale;

/** Text without what people write differently: case, accents, punctuation. */
final class Letters {
  private Letters() {}

  /** Lower case without accents; everything else stays. */
  static String plain(String text) {
    boolean ascii = true;
    for (int i = 0; i < text.length() && ascii; i++) {
      ascii = text.charAt(i) < 128;
    }
    if (ascii) {
      return text.toLowerCase(Locale.ROOT);
    }
    String parted = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(parted.length());
    for (int i = 0; i < parted.length(); i++) {
      char c = parted.charAt(i);
      switch (c) {
        case 'ß' -> plain.append("ss");
        case 'æ' -> plain.append("ae");
        case 'œ' -> plain.append("oe");
        case 'ø' -> plain.append('o');
        case 'ł' -> plain.append('l');
        case 'đ', 'ð' -> plain.append('d');
        case 'þ' -> plain.append("th");
        case 'ı' -> plain.append('i');
        case '‘', '’', 'ʼ', '´', '`' -> plain.append('\'');
        case '‐', '‑', '–', '—' -> plain.append('-');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            plain.append(c);
          }
        }
      }
    }
    return plain.toString();
  }

  /** Plain words of letters and digits, parted by one blank; apostrophes vanish. */
  static String words(String text) {
    String plain = plain(text);
    StringBuilder words = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (gap && words.length() > 0) {
          words.append(' ');
        }
        gap = false;
        words.append(c);
      } else if (c != '\'') {
        gap = true;
      }
    }
    return words.toString();
  }

  /** As a name is shown: with a capital. */
  static String shown(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
