package org.chancery.standalone.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Session;
import org.chancery.core.http.Address;
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

  private final Router router;
  private final RequestSignIn signIn;

  ApiController(Router router, RequestSignIn signIn) {
    this.router = router;
    this.signIn = signIn;
  }

  @RequestMapping({BASE, BASE + "/**"})
  void handle(HttpServletRequest servletRequest, HttpServletResponse servletResponse)
      throws IOException {
    Optional<Address> address =
        Address.of(
            servletRequest.getRequestURI().substring(BASE.length()),
            servletRequest.getQueryString());
    if (address.isEmpty()) {
      send(Address.malformed(), servletRequest, servletResponse);
      return;
    }
    Optional<Session> session = signIn.of(servletRequest);
    Request request =
        new Request(
            method(servletRequest),
            address.get().path(),
            address.get().query(),
            headers(servletRequest),
            servletRequest.getInputStream(),
            session,
            servletRequest.getRemoteAddr(),
            servletRequest.isSecure());
    send(router.handle(request), servletRequest, servletResponse);
  }

  /** HEAD is GET without the body. */
  private static String method(HttpServletRequest request) {
    return isHead(request) ? "GET" : request.getMethod();
  }

  private static boolean isHead(HttpServletRequest request) {
    return "HEAD".equals(request.getMethod());
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
          response.body().writeTo(servletResponse.getOutputStream());
        }
      }
    } finally {
      Response.close(response);
    }
  }
}
