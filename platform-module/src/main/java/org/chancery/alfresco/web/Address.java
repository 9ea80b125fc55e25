package org.chancery.alfresco.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request's address in the router's terms.
 *
 * @param path below the API's base, decoded
 * @param query decoded values by name
 */
record Address(String path, Map<String, List<String>> query) {
  private static final String BASE = "/chancery/v1";

  /**
   * Reads it.
   *
   * @param uri the request's path as sent, with what lies above the base
   * @param text the query as sent; null for none
   * @return empty when it is not encoded as it must be
   */
  static Optional<Address> of(String uri, String text) {
    int base = uri.indexOf(BASE);
    if (base < 0) {
      return Optional.empty();
    }
    // In a path, unlike in a query, a plus sign is a plus sign.
    Optional<String> path = decoded(uri.substring(base + BASE.length()).replace("+", "%2B"));
    return path.flatMap(
        below -> query(text).map(query -> new Address(below.isEmpty() ? "/" : below, query)));
  }

  /** Read by hand, since asking the container would consume a form's body. */
  private static Optional<Map<String, List<String>>> query(String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      Optional<String> name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      Optional<String> value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      if (name.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      values.computeIfAbsent(name.get(), key -> new ArrayList<>()).add(value.get());
    }
    return Optional.of(values);
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a stray percent sign
    }
  }
}
