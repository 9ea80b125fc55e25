package org.chancery.core.http;

import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.core.access.Session;

/**
 * What a host hands in. The host has resolved the sign-in (cookie, Basic or its own) but decides
 * nothing else.
 *
 * @param method upper case
 * @param path below the API's base, percent-decoded, starting with {@code /}, such as {@code
 *     /nodes/…}
 * @param query decoded values by name, in order
 * @param headers values by name; names are compared without case
 * @param body read at most once; never null, empty when there is none
 * @param session who is signed in
 * @param source the client's address, for the ledger
 * @param secure whether it came over TLS
 */
public record Request(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    InputStream body,
    Optional<Session> session,
    String source,
    boolean secure) {

  /** Copies the maps. */
  public Request {
    query = Map.copyOf(query);
    Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = Collections.unmodifiableMap(anyCase);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The first value of a query parameter that is not blank. */
  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).findFirst();
  }
}
