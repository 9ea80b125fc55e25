package org.chancery.alfresco.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.chancery.core.http.Response;

/** Sends the router's answers. */
final class Answering {
  private static final int COPY_BYTES = 64 * 1024;

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
        copy(response.body(), to.getOutputStream());
      }
    } finally {
      Response.close(response);
    }
  }

  private static void copy(Response.Body body, OutputStream out) throws IOException {
    if (body instanceof Response.Bytes bytes) {
      out.write(bytes.bytes());
    } else if (body instanceof Response.Stream stream) {
      copy(stream.stream(), stream.length(), out);
    }
  }

  private static void copy(InputStream in, long length, OutputStream out) throws IOException {
    byte[] buffer = new byte[COPY_BYTES];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("The content ended " + left + " bytes early");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
