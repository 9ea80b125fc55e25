package org.chancery.archive.bag;

import java.util.Locale;
import java.util.Objects;

/**
 * One thing that is wrong with a package, or with what was to go into one.
 *
 * @param code what kind of fault, and with it what to do
 * @param path the file or folder, relative to the package; the given name for what is not in one
 *     yet; empty for the package as a whole
 * @param what what is wrong, a plain sentence without the path
 */
public record Fault(FaultCode code, String path, String what) {

  /** No part may be null. */
  public Fault {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(what, "what");
  }

  /** Whether the package can still be taken; such a row is a remark. */
  public boolean isWarning() {
    return code.isWarning();
  }

  /** The row as it is printed: code, path, what is wrong, what to do, parted by tabs. */
  public String row() {
    return String.join(
        "\t", code.key(), path.isEmpty() ? "." : printable(path), printable(what), code.remedy());
  }

  /** Control characters in hostile names must not reach a terminal, nor break the row. */
  private static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)
                  || Character.getType(c) == Character.FORMAT
                  || Character.getType(c) == Character.LINE_SEPARATOR
                  || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                  || Character.getType(c) == Character.SURROGATE) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
