package org.chancery.core.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a header of HTTP Basic (RFC 7617) holds.
 *
 * @param user the name before the first colon
 * @param password what follows it
 */
public record BasicCredentials(String user, String password) {
  private static final String SCHEME = "Basic ";

  /**
   * Reads the header {@code Authorization}.
   *
   * @return empty when {@link #text} is, or has no colon
   */
  public static Optional<BasicCredentials> of(String authorization) {
    return text(authorization)
        .filter(text -> text.indexOf(':') >= 0)
        .map(
            text -> {
              int colon = text.indexOf(':');
              return new BasicCredentials(text.substring(0, colon), text.substring(colon + 1));
            });
  }

  /**
   * What the header says, decoded and not yet parted, for a host that also takes something without
   * a colon.
   *
   * @return empty for another scheme, for what is not Base64, and where a control character is
   */
  public static Optional<String> text(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
              new String(
                  Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip()),
                  StandardCharsets.UTF_8))
          .filter(text -> text.chars().noneMatch(Character::isISOControl));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not Base64: no credentials
    }
  }
}
