package org.chancery.alfresco.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a header of HTTP Basic (RFC 7617) holds.
 *
 * @param user the name before the colon
 * @param password what follows it
 */
record BasicCredentials(String user, String password) {
  private static final String SCHEME = "Basic ";
  private static final String TICKET_USER = "ROLE_TICKET";
  private static final String TICKET = "TICKET_";

  static Optional<BasicCredentials> of(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      String text =
          new String(
              Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip()),
              StandardCharsets.UTF_8);
      if (text.chars().anyMatch(Character::isISOControl)) {
        return Optional.empty();
      }
      int colon = text.indexOf(':');
      // A ticket may also stand alone.
      return colon >= 0
          ? Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)))
          : Optional.of(text)
              .filter(alone -> alone.startsWith(TICKET))
              .map(alone -> new BasicCredentials(TICKET_USER, alone));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not Base64: no credentials
    }
  }

  /** The platform's ticket, when it is one and no password. */
  Optional<String> ticket() {
    boolean named = user.isEmpty() || user.equalsIgnoreCase(TICKET_USER);
    return Optional.of(password).filter(text -> named && !text.isEmpty());
  }
}
