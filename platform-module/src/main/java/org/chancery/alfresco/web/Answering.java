package org.chancery.alfresco.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.chancery.core.http.Response;

/** Sends the router's answers. */
final class Answering {
  /** On every answer; what the router itself says of these goes before. */
  private static final Map<String, String> PROTECTING =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy", "no-referrer",
          "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");

  private Answering() {}

  /**
   * Copies the answer and closes its stream.
   *
   * @param triedBasic whether the request tried HTTP Basic, and is to be told that it may again
   */
  static void send(Response response, boolean triedBasic, HttpServletResponse to)
      throws IOException {
    try {
      to.setStatus(response.status());
      PROTECTING.forEach(to::setHeader);
      response.headers().forEach(to::setHeader);
      if (response.status() == HttpServletResponse.SC_UNAUTHORIZED && triedBasic) {
        // Only then: a browser would ask for a password over our own page.
        to.setHeader("WWW-Authenticate", "Basic realm=\"Chancery\", charset=\"UTF-8\"");
      }
      if (response.status() != HttpServletResponse.SC_NO_CONTENT
          && response.status() != HttpServletResponse.SC_NOT_MODIFIED) {
        to.setContentLengthLong(response.body().length());
        response.body().writeTo(to.getOutputStream());
      }
    } finally {
      Response.close(response);
    }
  }
}
