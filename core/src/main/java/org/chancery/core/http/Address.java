package org.chancery.core.http;

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
 * @param path below the API's base, decoded, starting with {@code /}
 * @param query decoded values by name, in order
 */
public record Address(String path, Map<String, List<String>> query) {

  /**
   * Reads it as it was sent (RFC 3986, percent-encoded UTF-8).
   *
   * @param encodedPathBelowBase what follows the API's base; may be empty
   * @param encodedQuery what follows the question mark; null for none
   * @return empty when it is not encoded as it must be, which {@link #malformed} answers
   */
  public static Optional<Address> of(String encodedPathBelowBase, String encodedQuery) {
    // In a path, unlike in a query, a plus sign is a plus sign.
    return decoded(encodedPathBelowBase.replace("+", "%2B"))
        .flatMap(
            path ->
                query(encodedQuery).map(query -> new Address(path.isEmpty() ? "/" : path, query)));
  }

  /** What answers a request whose address cannot be read. */
  public static Response malformed() {
    return Response.of(
        Problem.of(
            400,
            "invalid-address",
            "The request cannot be understood",
            "The address is not encoded as it must be."));
  }

  /** Read by hand, since asking a container would consume a form's body. */
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
