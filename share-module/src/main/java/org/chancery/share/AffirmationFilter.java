package org.chancery.share;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Leads whoever has signed in to Share but has not affirmed the three responsibilities to that
 * page, and gives them no page and no data of Share before (requirement P6). The repository takes
 * and records the affirmation; this filter sees it pass through Share's proxy and remembers it in
 * Share's own session, for the user who gave it.
 */
public final class AffirmationFilter implements Filter {

  /** Where Share keeps who has signed in. */
  static final String USER = "_alf_USER_ID";

  /** Where we keep who has affirmed. */
  static final String AFFIRMED = "org.chancery.share.affirmed";

  private static final String GUEST = "guest";
  private static final String PAGE = "/chancery-affirmation";
  private static final String API = "/proxy/alfresco/chancery/v1";
  private static final String AFFIRMATION = API + "/session/affirmation";
  private static final String SIGN_IN = "/dologin";

  /** What the affirmation itself needs, and what holds no data. */
  private static final Set<String> OPEN =
      Set.of(
          PAGE,
          SIGN_IN,
          "/dologout",
          API + "/me",
          AFFIRMATION,
          "/messages.js",
          "/modules/authenticated");

  private static final String OPEN_RESOURCES = "/resource/";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    gate((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private static void gate(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    if (path.equals(SIGN_IN)) {
      forget(request);
    }
    if (path.startsWith(OPEN_RESOURCES) || OPEN.contains(path) || !owesAffirmation(request)) {
      chain.doFilter(request, response);
      if (path.equals(AFFIRMATION)) {
        remember(request, response);
      }
    } else if (isPage(request, path)) {
      response.setHeader("Cache-Control", "no-store");
      response.sendRedirect(request.getContextPath() + "/page" + PAGE + "?then=" + here(request));
    } else {
      refuse(response);
    }
  }

  /** Somebody has signed in, and it is not who affirmed. Others see Share's own sign-in. */
  private static boolean owesAffirmation(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object user = session == null ? null : session.getAttribute(USER);
    return user != null && !user.equals(GUEST) && !user.equals(session.getAttribute(AFFIRMED));
  }

  private static void forget(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(AFFIRMED);
    }
  }

  private static void remember(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null
        && request.getMethod().equals("POST")
        && response.getStatus() == HttpServletResponse.SC_OK) {
      session.setAttribute(AFFIRMED, session.getAttribute(USER));
    }
  }

  /**
   * A page that a browser shows, to which one can come back; parts and data are asked for
   * differently.
   */
  private static boolean isPage(HttpServletRequest request, String path) {
    String accepts = request.getHeader("Accept");
    return request.getMethod().equals("GET")
        && !path.startsWith("/proxy/")
        && accepts != null
        && accepts.contains("text/html")
        && request.getHeader("X-Requested-With") == null;
  }

  private static String here(HttpServletRequest request) {
    String query = request.getQueryString();
    String address = request.getRequestURI() + (query == null ? "" : "?" + query);
    return URLEncoder.encode(address, StandardCharsets.UTF_8);
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"Affirmation required\",\"status\":403,"
                + "\"code\":\"affirmation-required\",\"detail\":\"Affirm the three"
                + " responsibilities first.\"}");
  }
}
