package org.chancery.core.access;

/**
 * A signed-in account, as the host found it on a request.
 *
 * @param id the host's handle of the session, the value of its cookie; empty text when the request
 *     signed in by itself
 * @param account whose it is
 * @param means how it signed in
 * @param affirmed whether the three responsibilities were affirmed in this session (requirement P6)
 * @param csrf what the header {@code X-CSRF-Token} must carry on changing requests when {@code
 *     means} is {@link Means#COOKIE}
 * @param idleMinutes how long without a request of its user's until it is locked (requirement P7)
 */
public record Session(
    String id, Account account, Means means, boolean affirmed, String csrf, int idleMinutes) {

  /**
   * The header by which a page marks what it asks for by itself, with nobody there: that keeps no
   * session open (requirement P7). Its value does not matter.
   */
  public static final String BACKGROUND = "Chancery-Background";

  /** How a request signs in. */
  public enum Means {
    /** By the browser's session cookie. */
    COOKIE,
    /** By itself, with HTTP Basic; for program accounts only. */
    BASIC,
    /** By the platform's own sign-in, which also guards against forged requests. */
    PLATFORM
  }
}
