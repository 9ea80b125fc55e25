package org.chancery.standalone.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.core.http.Response;

/** Sends an answer that is held in memory, headers and all. */
final class Problems {
  private Problems() {}

  static void send(HttpServletResponse servletResponse, Response response) throws IOException {
    servletResponse.setStatus(response.status());
    // What is refused before the security filters has not got their headers.
    servletResponse.setHeader("X-Content-Type-Options", "nosniff");
    servletResponse.setHeader("Content-Security-Policy", SecurityConfiguration.API_POLICY);
    servletResponse.setHeader("Cache-Control", "no-store");
    response.headers().forEach(servletResponse::setHeader);
    if (response.body() instanceof Response.Bytes bytes) {
      servletResponse.setContentLength(bytes.bytes().length);
      servletResponse.getOutputStream().write(bytes.bytes());
    }
  }
}
