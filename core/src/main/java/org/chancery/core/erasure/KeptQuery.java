package org.chancery.core.erasure;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a saved search looks for, as the part of an address behind the question mark. */
final class KeptQuery {
  private KeptQuery() {}

  /** The same without the criteria that name somebody: one with words taken out finds nothing. */
  static String without(String query, UnaryOperator<String> without) {
    return Stream.of(query.split("&"))
        .filter(
            each -> {
              String plain = decoded(each);
              return without.apply(plain).equals(plain);
            })
        .collect(Collectors.joining("&"));
  }

  /** For people to read. */
  static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replaceFirst("=", ": "), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // What no browser has written is looked at as it is.
      return part;
    }
  }
}
