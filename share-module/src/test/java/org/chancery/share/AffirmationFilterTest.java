package org.chancery.share;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class AffirmationFilterTest {

  private static final String AFFIRMATION = "/proxy/alfresco/chancery/v1/session/affirmation";

  private final AffirmationFilter filter = new AffirmationFilter();
  private final MockHttpSession session = new MockHttpSession();
  private boolean passed;

  private MockHttpServletResponse ask(String method, String path, int answer)
      throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/share/page" + path);
    request.setContextPath("/share");
    request.setServletPath("/page");
    request.setPathInfo(path);
    request.addHeader("Accept", path.startsWith("/proxy") ? "application/json" : "text/html");
    request.setSession(session);
    MockHttpServletResponse response = new MockHttpServletResponse();
    passed = false;
    FilterChain chain =
        (from, to) -> {
          passed = true;
          ((HttpServletResponse) to).setStatus(answer);
        };
    filter.doFilter(request, response, chain);
    return response;
  }

  private MockHttpServletResponse get(String path) throws ServletException, IOException {
    return ask("GET", path, 200);
  }

  private void signIn(String user) {
    session.setAttribute(AffirmationFilter.USER, user);
  }

  @Test
  void whoeverHasNotAffirmedIsLedToTheAffirmationAndBack() throws Exception {
    signIn("ann");
    assertThat(get("/user/ann/dashboard").getRedirectedUrl())
        .isEqualTo(
            "/share/page/chancery-affirmation?then=%2Fshare%2Fpage%2Fuser%2Fann%2Fdashboard");
    assertThat(passed).isFalse();
  }

  @Test
  void noDataGoesThroughTheProxyBefore() throws Exception {
    signIn("ann");
    MockHttpServletResponse refused = get("/proxy/alfresco/api/people/ann");
    assertThat(refused.getStatus()).isEqualTo(403);
    assertThat(refused.getContentAsString()).contains("affirmation-required");
    assertThat(passed).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/chancery-affirmation",
        "/dologout",
        "/resource/chancery/assets/index.js",
        "/proxy/alfresco/chancery/v1/me",
        AFFIRMATION
      })
  void whatTheAffirmationNeedsIsOpen(String path) throws Exception {
    signIn("ann");
    get(path);
    assertThat(passed).isTrue();
  }

  @Test
  void affirmingOpensShareForThatUserOnly() throws Exception {
    signIn("ann");
    ask("POST", AFFIRMATION, 200);
    get("/user/ann/dashboard");
    assertThat(passed).isTrue();
    signIn("bob");
    get("/user/bob/dashboard");
    assertThat(passed).isFalse();
  }

  @Test
  void aRefusedAffirmationOpensNothing() throws Exception {
    signIn("ann");
    ask("POST", AFFIRMATION, 400);
    get("/");
    assertThat(passed).isFalse();
  }

  @Test
  void aNewSignInAsksAgain() throws Exception {
    signIn("ann");
    ask("POST", AFFIRMATION, 200);
    ask("POST", "/dologin", 302);
    get("/");
    assertThat(passed).isFalse();
  }

  @Test
  void whoHasNotSignedInSeesSharesOwnSignIn() throws Exception {
    get("/");
    assertThat(passed).isTrue();
    signIn("guest");
    get("/");
    assertThat(passed).isTrue();
  }
}
