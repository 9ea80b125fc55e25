package org.chancery.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.core.access.Capability;
import org.chancery.core.audit.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route has a line in authorisation-rules.txt, and is guarded as that line says. */
class AuthorisationRulesTest {
  private static final Set<String> ITEMS =
      Set.of(
          "dispatch",
          "-",
          "file",
          "folder",
          "part",
          "document",
          "intake",
          "tasking",
          "route",
          "message");
  private static final Set<String> FLAGS =
      Set.of("-", "record", "locked", "values", "desk", "fresh");

  /** Routes about a mail that waits: no item of the matrix's has one. */
  @TempDir Path scratch;

  private TestHost host;

  @BeforeEach
  void open() {
    host = new TestHost(scratch);
  }

  @AfterEach
  void close() {
    host.close();
  }

  /** The columns after the route, by route. */
  static Map<String, List<String>> rules() throws IOException {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    try (InputStream in =
        AuthorisationRulesTest.class.getResourceAsStream("authorisation-rules.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          List<String> columns = List.of(line.split("\\|", 6)).stream().map(String::strip).toList();
          assertThat(columns).as(line).hasSize(6);
          List<String> before = rules.put(columns.get(0).replaceAll("\\s+", " "), columns);
          assertThat(before).as("told twice: " + line).isNull();
        }
      }
    }
    return rules;
  }

  @Test
  void everyRouteHasARuleAndEveryRuleARoute() throws IOException {
    requireRules(host.chancery.router().routes());
  }

  /** What fails the build when the table of routes and the rules are not of the same routes. */
  private static void requireRules(List<Route> routes) throws IOException {
    assertThat(rules().keySet())
        .as("one line for each route in authorisation-rules.txt")
        .containsExactlyInAnyOrderElementsOf(routes.stream().map(Route::name).toList());
  }

  @Test
  void aNewRouteWithoutARuleFailsTheBuild() {
    List<Route> more = new ArrayList<>(host.chancery.router().routes());
    more.add(
        Lines.route(
            "POST",
            "/case-files/{id}/shred",
            Lines.with(Capability.CHANGE),
            Route.Scope.WRITE,
            Lines.refusals(Action.DELETE),
            exchange -> Response.empty(204)));
    assertThatThrownBy(() -> requireRules(more))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("POST /case-files/{id}/shred");
  }

  @Test
  void aRuleWhoseRouteIsGoneFailsTheBuild() {
    List<Route> fewer = new ArrayList<>(host.chancery.router().routes());
    Route gone = fewer.remove(fewer.size() - 1);
    assertThatThrownBy(() -> requireRules(fewer))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(gone.name());
  }

  @Test
  void noRuleHasAFlagThatTheMatrixDoesNotKnow() throws IOException {
    rules()
        .forEach(
            (route, columns) ->
                assertThat(columns.get(4).split("\\s+")).as(route).isSubsetOf(FLAGS));
  }

  @Test
  void everyRouteAsksForWhatItsRuleSays() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    rules().forEach((route, columns) -> expected.put(route, columns.get(1)));
    Map<String, String> actual = new TreeMap<>();
    for (Route route : host.chancery.router().routes()) {
      MatrixRoutes.RouteBody body = MatrixRoutes.RouteBody.of(route);
      actual.put(
          route.method() + " " + route.template(),
          body.capability().map(Enum::name).orElse(body.access()));
    }
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void aRouteAboutAnItemSaysWhatItTakesOnIt() throws IOException {
    rules()
        .forEach(
            (route, columns) -> {
              assertThat(columns.get(2)).as(route).isIn(ITEMS);
              if (route.contains("{id}")) {
                assertThat(columns.get(2)).as(route).isNotEqualTo("-");
              }
              assertThat(columns.get(3).equals("-"))
                  .as(route)
                  .isEqualTo(columns.get(2).equals("-"));
            });
  }
}
