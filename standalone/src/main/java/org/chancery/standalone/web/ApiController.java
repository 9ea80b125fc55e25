package org.chancery.standalone.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Session;
import org.chancery.core.http.Problem;
import org.chancery.core.http.Request;
import org.chancery.core.http.Response;
import org.chancery.core.http.Router;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Hands every request below {@value #BASE} to the domain's router and sends back what it answers.
 * Bodies stream through in both directions.
 */
@Controller
final class ApiController {
  /** The API's base path. */
  static final String BASE = "/api/v1";

  private static final int COPY_BYTES = 64 * 1024;

  private final Router router;
  private final RequestSignIn signIn;

  ApiController(Router router, RequestSignIn signIn) {
    this.router = router;
    this.signIn = signIn;
  }

  @RequestMapping({BASE, BASE + "/**"})
  void handle(HttpServletRequest servletRequest, HttpServletResponse servletResponse)
      throws IOException {
    Optional<Map<String, List<String>>> query = query(servletRequest.getQueryString());
    Optional<String> path = path(servletRequest);
    if (query.isEmpty() || path.isEmpty()) {
      send(malformed(), servletRequest, servletResponse);
      return;
    }
    Optional<Session> session = signIn.of(servletRequest);
    Request request =
        new Request(
            method(servletRequest),
            path.get(),
            query.get(),
            headers(servletRequest),
            servletRequest.getInputStream(),
            session,
            servletRequest.getRemoteAddr(),
            servletRequest.isSecure());
    send(router.handle(request), servletRequest, servletResponse);
  }

  private static Response malformed() {
    return Response.of(
        Problem.of(
            400,
            "invalid-address",
            "The request cannot be understood",
            "The address is not encoded as it must be."));
  }

  /** HEAD is GET without the body. */
  private static String method(HttpServletRequest request) {
    return isHead(request) ? "GET" : request.getMethod();
  }

  private static boolean isHead(HttpServletRequest request) {
    return "HEAD".equals(request.getMethod());
  }

  private static Optional<String> path(HttpServletRequest request) {
    String below = request.getRequestURI().substring(BASE.length());
    // In a path, unlike in a query, a plus sign is a plus sign.
    return decoded(below.replace("+", "%2B")).map(path -> path.isEmpty() ? "/" : path);
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a stray percent sign
    }
  }

  /** The query's values; read by hand, since asking the container would consume a form's body. */
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

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }

  private static void send(
      Response response, HttpServletRequest request, HttpServletResponse servletResponse)
      throws IOException {
    try {
      servletResponse.setStatus(response.status());
      response.headers().forEach(servletResponse::setHeader);
      if (response.status() == HttpServletResponse.SC_UNAUTHORIZED
          && request.getHeader("Authorization") != null) {
        // Only for who tried Basic: a browser would ask for a password over our own page.
        servletResponse.setHeader(
            "WWW-Authenticate", "Basic realm=\"Chancery\", charset=\"UTF-8\"");
      }
      if (response.status() != HttpServletResponse.SC_NO_CONTENT
          && response.status() != HttpServletResponse.SC_NOT_MODIFIED) {
        servletResponse.setContentLengthLong(response.body().length());
        if (!isHead(request)) {
          copy(response.body(), servletResponse.getOutputStream());
        }
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
