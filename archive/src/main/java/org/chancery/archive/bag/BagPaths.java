package org.chancery.archive.bag;

import java.text.Normalizer;
import java.util.Locale;

/** Paths as manifests write them (RFC 8493, 2.1.3). */
public final class BagPaths {
  /** What every path of the payload begins with. */
  public static final String PAYLOAD = "data/";

  private BagPaths() {}

  /** The path with the three characters encoded that BagIt 1.0 wants encoded. */
  public static String encode(String path) {
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
  }

  /**
   * The path that a manifest's text stands for. Before 1.0 a percent sign stood for itself; from
   * 1.0 on one that begins none of the three codes is an error.
   *
   * @throws IllegalArgumentException for such a percent sign
   */
  static String decode(String text, BagVersion version) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String code =
          c == '%' && i + 3 <= text.length()
              ? text.substring(i, i + 3).toUpperCase(Locale.ROOT)
              : "";
      switch (code) {
        case "%0A" -> out.append('\n');
        case "%0D" -> out.append('\r');
        case "%25" -> out.append(version.isFinal() ? "%" : "%25");
        default -> {
          if (c == '%' && version.isFinal()) {
            throw new IllegalArgumentException("A percent sign stands for itself.");
          }
          out.append(c);
          continue;
        }
      }
      i += 2;
    }
    return out.toString();
  }

  /** Whether the path stays within the bag, on any operating system. */
  static boolean staysInside(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.startsWith("~") || path.startsWith("\\")) {
      return false;
    }
    if (path.indexOf('\0') >= 0 || path.matches("(?s)^[A-Za-z]:.*")) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
      // The same for a system that takes a backslash for a separator.
      for (String windows : part.split("\\\\", -1)) {
        if (windows.equals("..")) {
          return false;
        }
      }
    }
    return true;
  }

  /** What file systems that tell neither case nor composition of letters apart would make of it. */
  static String folded(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
