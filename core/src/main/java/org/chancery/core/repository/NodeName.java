package org.chancery.core.repository;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name that every host and client accepts: 1 to 200 characters, none of {@code "*\><?/:|} and no
 * control character, no space at either end, no dot at the end.
 *
 * @param value the name
 */
public record NodeName(String value) {
  private static final int LONGEST = 200;
  private static final Pattern EXTENSION = Pattern.compile("^(.+?)(\\.[A-Za-z0-9]{1,10})$");

  /** Makes a name of any text; what cannot be part of a name becomes {@code _}. */
  public static NodeName of(String text) {
    String clean =
        text.replaceAll("[\"*\\\\><?/:|\\p{Cc}\\p{Cs}\\uFFFD]", "_")
            .strip()
            .replaceAll("[. ]+$", "");
    if (clean.isEmpty()) {
      return new NodeName("Unnamed");
    }
    return clean.length() <= LONGEST ? new NodeName(clean) : new NodeName(shortened(clean, ""));
  }

  /** The same with a number before its extension, as in {@code letter (2).pdf}. */
  public NodeName numbered(int number) {
    return new NodeName(shortened(value, " (" + number + ")"));
  }

  /** The same with a mark, as in {@code Okafor, Maria [3f9a1c]}. */
  public NodeName marked(String mark) {
    return new NodeName(shortened(value, " [" + mark + "]"));
  }

  /**
   * This name, or the first with a number, that no item in the folder has. Someone else may take it
   * before it is used: be ready for {@link NameTaken}.
   *
   * @param caller must see everything in the folder
   */
  public NodeName freeIn(Nodes nodes, Caller caller, NodeId folder) {
    if (nodes.child(caller, folder, value).isEmpty()) {
      return this;
    }
    // Doubling steps, then halving: thousands of scans of the same name need few questions.
    int taken = 1;
    int free = 2;
    while (nodes.child(caller, folder, numbered(free).value).isPresent()) {
      taken = free;
      free *= 2;
    }
    while (free - taken > 1) {
      int middle = (free + taken) / 2;
      if (nodes.child(caller, folder, numbered(middle).value).isPresent()) {
        taken = middle;
      } else {
        free = middle;
      }
    }
    return numbered(free);
  }

  private static String shortened(String name, String suffix) {
    Matcher parts = EXTENSION.matcher(name);
    String stem = parts.matches() ? parts.group(1) : name;
    String extension = parts.matches() ? parts.group(2) : "";
    int room = LONGEST - suffix.length() - extension.length();
    String cut = stem.length() <= room ? stem : stem.substring(0, room);
    if (!cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1))) {
      cut = cut.substring(0, cut.length() - 1);
    }
    String whole = cut.strip() + suffix + extension;
    return whole.replaceAll("[. ]+$", "");
  }
}
