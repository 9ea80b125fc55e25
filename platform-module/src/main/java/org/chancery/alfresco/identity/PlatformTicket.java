package org.chancery.alfresco.identity;

import java.util.Optional;
import org.chancery.core.access.BasicCredentials;

/** The platform's ticket in a header of HTTP Basic, where a program's password would stand. */
final class PlatformTicket {
  private static final String USER = "ROLE_TICKET";
  private static final String TICKET = "TICKET_";

  private PlatformTicket() {}

  /** The ticket, when the header holds one and no password. */
  static Optional<String> of(String authorization) {
    return BasicCredentials.of(authorization)
        .map(PlatformTicket::in)
        // It may also stand alone.
        .orElseGet(
            () -> BasicCredentials.text(authorization).filter(alone -> alone.startsWith(TICKET)));
  }

  private static Optional<String> in(BasicCredentials given) {
    boolean named = given.user().isEmpty() || given.user().equalsIgnoreCase(USER);
    return Optional.of(given.password()).filter(text -> named && !text.isEmpty());
  }
}
