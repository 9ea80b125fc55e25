package org.chancery.standalone.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.core.StandardHost;
import org.chancery.core.http.Problem;
import org.chancery.core.http.Response;
import org.chancery.standalone.ServerSettings;
import org.chancery.standalone.accounts.BasicSignIn;
import org.chancery.standalone.accounts.LocalSessions;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The web's wiring. Spring Security guards the request line (its firewall) and sets the protecting
 * headers. Who may do what is decided once for both hosts, in the domain's router, and so is the
 * check against forged requests; neither is decided here a second time.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import(ApiController.class)
public class SecurityConfiguration {
  /**
   * What the browser application's page may do: its own scripts and styles only. WebAssembly is
   * what the page viewer decodes some images with; data and blob images are pages it has drawn.
   */
  static final String PAGE_POLICY =
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
          + " img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:;"
          + " connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-ancestors 'none'";

  /** What an answer of the API may do, should a browser take it for a page: nothing. */
  static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(API_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                    .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
        .build();
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatCustomizer() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
              }
            });
  }

  @Bean
  RequestRejectedHandler requestRejectedHandler() {
    return (request, response, rejected) -> refuse(response);
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    Problems.send(
        response,
        Response.of(
            Problem.of(
                400,
                "invalid-address",
                "The request cannot be understood",
                "The address or a header holds characters that are not accepted.")));
  }

  @Bean
  RequestSignIn requestSignIn(LocalSessions sessions, BasicSignIn basic) {
    return new RequestSignIn(sessions, basic);
  }

  @Bean
  BrowserApplication browserApplication(ServerSettings settings) throws IOException {
    return new BrowserApplication(settings.ui());
  }
}
