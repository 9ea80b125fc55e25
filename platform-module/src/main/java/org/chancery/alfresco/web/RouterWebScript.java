package org.chancery.alfresco.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.chancery.alfresco.host.Host;
import org.chancery.alfresco.identity.RequestSignIn;
import org.chancery.core.access.Session;
import org.chancery.core.http.Address;
import org.chancery.core.http.Problem;
import org.chancery.core.http.Request;
import org.chancery.core.http.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.extensions.webscripts.AbstractWebScript;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.WebScriptResponse;
import org.springframework.extensions.webscripts.servlet.WebScriptServletRuntime;

/**
 * Hands a request to the router. Declared without a sign-in and without a transaction, since both
 * are the router's; everything is answered here, for what a web script throws becomes a page.
 */
public final class RouterWebScript extends AbstractWebScript {
  private static final Logger LOG = LoggerFactory.getLogger(RouterWebScript.class);
  private static final String COOKIE = "CHANCERY_SESSION";
  private static final String TICKET = "alf_ticket";

  private final Host host;
  private final RequestSignIn signIn;

  /**
   * @param host what answers
   * @param signIn who asks
   */
  public RouterWebScript(Host host, RequestSignIn signIn) {
    this.host = host;
    this.signIn = signIn;
  }

  @Override
  public void execute(WebScriptRequest request, WebScriptResponse response) throws IOException {
    HttpServletRequest from = WebScriptServletRuntime.getHttpServletRequest(request);
    HttpServletResponse to = WebScriptServletRuntime.getHttpServletResponse(response);
    if (from == null || to == null) {
      throw new IOException("Chancery's routes are there for HTTP alone");
    }
    boolean triedBasic = from.getHeader("Authorization") != null;
    try {
      Answering.send(answer(from), triedBasic, to);
    } catch (RuntimeException e) {
      LOG.error("A request could not be answered", e);
      if (!to.isCommitted()) {
        to.reset();
        Answering.send(Response.of(FAILED), triedBasic, to);
      }
    } finally {
      AuthenticationUtil.clearCurrentSecurityContext();
    }
  }

  private static final Problem FAILED =
      Problem.of(500, "internal", "Something went wrong", "The request could not be answered.");

  private Response answer(HttpServletRequest from) throws IOException {
    Optional<Address> address = Base.below(from.getRequestURI(), from.getQueryString());
    if (address.isEmpty()) {
      return Address.malformed();
    }
    Optional<Session> session = signIn.of(signs(from, address.get()));
    session.ifPresent(who -> AuthenticationUtil.setFullyAuthenticatedUser(who.account().user()));
    return host.handle(
        new Request(
            from.getMethod(),
            address.get().path(),
            address.get().query(),
            headers(from),
            from.getInputStream(),
            session,
            from.getRemoteAddr(),
            from.isSecure()));
  }

  private static RequestSignIn.Signs signs(HttpServletRequest from, Address address) {
    return new RequestSignIn.Signs(
        cookie(from),
        address.query().getOrDefault(TICKET, List.of()).stream().findFirst(),
        Optional.ofNullable(from.getHeader("Authorization")),
        "accepted".equals(from.getHeader("Chancery-Affirmation")),
        from.getHeader(Session.BACKGROUND) == null);
  }

  private static Optional<String> cookie(HttpServletRequest from) {
    return Stream.ofNullable(from.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> COOKIE.equals(cookie.getName()))
        .map(Cookie::getValue)
        .findFirst();
  }

  private static Map<String, List<String>> headers(HttpServletRequest from) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : Collections.list(from.getHeaderNames())) {
      headers.put(name, Collections.list(from.getHeaders(name)));
    }
    return headers;
  }
}
