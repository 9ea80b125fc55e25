package org.chancery.standalone.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.core.access.Session;
import org.chancery.standalone.accounts.BasicSignIn;
import org.chancery.standalone.accounts.LocalSessions;

/** Finds out who sends a request: by the browser's cookie, or else by HTTP Basic. */
final class RequestSignIn {
  /** The browser session's cookie. */
  static final String COOKIE = "CHANCERY_SESSION";

  private final LocalSessions sessions;
  private final BasicSignIn basic;

  RequestSignIn(LocalSessions sessions, BasicSignIn basic) {
    this.sessions = sessions;
    this.basic = basic;
  }

  Optional<Session> of(HttpServletRequest request) {
    boolean used = request.getHeader(Session.BACKGROUND) == null;
    Optional<Session> session = cookie(request).flatMap(id -> sessions.resume(id, used));
    String authorization = request.getHeader("Authorization");
    if (session.isPresent() || authorization == null) {
      return session;
    }
    boolean affirmed = "accepted".equals(request.getHeader("Chancery-Affirmation"));
    return basic.signIn(authorization, affirmed, request.getRemoteAddr());
  }

  private static Optional<String> cookie(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies())
        .flatMap(
            cookies ->
                Stream.of(cookies)
                    .filter(cookie -> COOKIE.equals(cookie.getName()))
                    .map(Cookie::getValue)
                    .findFirst());
  }
}
