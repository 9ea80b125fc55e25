package org.chancery.core.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes a request asks for (RFC 9110, section 14).
 *
 * @param first first byte to send, from 0
 * @param last last byte to send
 * @param part whether only a part was asked for
 * @param outside whether nothing of what was asked for is there
 */
record ByteRange(long first, long last, boolean part, boolean outside) {
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** Several ranges at once, and what cannot be understood, are answered with the whole. */
  static ByteRange of(Optional<String> header, long size) {
    ByteRange whole = new ByteRange(0, size - 1, false, false);
    if (header.isEmpty()) {
      return whole;
    }
    Matcher range = SINGLE.matcher(header.get().strip());
    if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
      return whole;
    }
    if (range.group(1).isEmpty()) {
      long wanted = Math.min(size, Long.parseLong(range.group(2)));
      return new ByteRange(size - wanted, size - 1, true, wanted == 0);
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
    if (last < first && !range.group(2).isEmpty()) {
      return whole;
    }
    return new ByteRange(first, Math.min(last, size - 1), true, first >= size);
  }

  long length() {
    return last - first + 1;
  }
}
