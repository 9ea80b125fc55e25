package org.chancery.acceptance.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chancery.acceptance.host.Answer;

/**
 * One case file under way, moved on by anybody's next act, with a journal of what the host has said
 * is done. Whoever calls {@link #move} may be one of several at once, and may never hear of what
 * came of it.
 */
final class Journey {
  /** Who is asked to comment; everyone is somebody's whom nobody else is. */
  private static final List<String> COMMENTERS = List.of("representative", "reviewer", "cbpclerk");

  private static final String LEAD = "GROUP_COMPONENT_FEMA";
  private static final Map<String, String> PEOPLE =
      Map.of(
          LEAD + "_SUPERVISOR",
          "supervisor",
          LEAD + "_DRAFTER",
          "drafter",
          LEAD + "_CLERK",
          "femaclerk",
          "GROUP_ROLE_EXECUTIVE_SECRETARY",
          "secretary");

  /** The component has nobody in this role: it is handed on. */
  private static final String NOBODY = LEAD + "_COMPONENT_REPRESENTATIVE";

  private static final int ONE_IN_WITHDRAWN = 25;
  private static final int ONE_IN_SENT_BACK = 8;
  private static final Set<String> BACK = Set.of("return", "non-concur", "reopen");

  /** Somebody else was faster, or is at it. */
  private static final Set<Integer> BEATEN = Set.of(403, 404, 409, 412);

  private final String file;
  private final Template template;
  private final List<String> started = new CopyOnWriteArrayList<>();
  private final Map<String, String> completed = new ConcurrentHashMap<>();
  private final Map<String, String> handedOn = new ConcurrentHashMap<>();
  private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();

  Journey(String file, Template template) {
    this.file = file;
    this.template = template;
  }

  /** The case file's id. */
  String file() {
    return file;
  }

  /** How many acts the host has said are done. */
  int acknowledged() {
    return started.size() + completed.size() + handedOn.size() + withdrawn.size();
  }

  /**
   * Does the next thing that there is to do in the file.
   *
   * @return false when there is nothing left
   */
  boolean move(People people, Random random) {
    List<JsonNode> routes = routes(people);
    Optional<JsonNode> running =
        routes.stream().filter(each -> state(each).equals("running")).findFirst();
    if (running.isEmpty()) {
      // A withdrawn one is begun once more, from its beginning.
      boolean again = routes.size() == 1 && state(routes.get(0)).equals("withdrawn");
      if (!routes.isEmpty() && !again) {
        return false;
      }
      start(people, routes.size());
      return true;
    }
    if (routes.size() == 1 && random.nextInt(ONE_IN_WITHDRAWN) == 0) {
      withdraw(people, running.get().path("id").asText());
      return true;
    }
    List<JsonNode> open = open(running.get());
    if (!open.isEmpty()) {
      act(people, open.get(random.nextInt(open.size())), random);
    }
    return true;
  }

  private void start(People people, int number) {
    Answer answer =
        people
            .client("secretary")
            .post(
                "case-files/" + file + "/routes",
                Map.of(
                    "template",
                    template.key(),
                    "lead",
                    LEAD,
                    "reviewer",
                    "reviewer",
                    "commenters",
                    COMMENTERS,
                    "instruction",
                    "Answer it"),
                "Idempotency-Key",
                file + "-" + number);
    if (done(answer, 201) && !started.contains(answer.text("id"))) {
      started.add(answer.text("id"));
    }
  }

  private void withdraw(People people, String route) {
    Answer answer =
        people
            .client("secretary")
            .post("routes/" + route + "/withdraw", Map.of("reason", "Begun too early"));
    if (done(answer, 200)) {
      withdrawn.add(route);
    }
  }

  private void act(People people, JsonNode tasking, Random random) {
    String id = tasking.path("id").asText();
    String assignee = tasking.path("assignee").path("name").asText();
    String match = '"' + tasking.path("revision").asText() + '"';
    if (assignee.equals(NOBODY)) {
      Answer answer =
          people
              .client("secretary")
              .post(
                  "taskings/" + id + "/reassign",
                  Map.of("assignee", "representative", "reason", "Nobody else is there"),
                  "If-Match",
                  match);
      if (done(answer, 200)) {
        handedOn.put(id, "representative");
      }
      return;
    }
    String outcome = outcome(tasking, random);
    Answer answer =
        people
            .client(PEOPLE.getOrDefault(assignee, assignee))
            .post(
                "taskings/" + id + "/complete",
                Map.of("outcome", outcome, "comment", "As agreed"),
                "If-Match",
                match);
    if (done(answer, 200)) {
      assertThat(completed.put(id, outcome)).as("completed twice: " + id).isNull();
    }
  }

  private static String outcome(JsonNode tasking, Random random) {
    List<String> all = new ArrayList<>();
    tasking.path("outcomes").forEach(each -> all.add(each.path("value").asText()));
    boolean back = random.nextInt(ONE_IN_SENT_BACK) == 0;
    List<String> wanted =
        all.stream()
            .filter(each -> BACK.contains(each) == back && !each.equals("no-response"))
            .toList();
    List<String> from = wanted.isEmpty() ? all : wanted;
    return from.get(random.nextInt(from.size()));
  }

  private static boolean done(Answer answer, int status) {
    if (BEATEN.contains(answer.status())) {
      return false;
    }
    answer.expect(status);
    return true;
  }

  private List<JsonNode> routes(People people) {
    return people
        .client("secretary")
        .get("case-files/" + file + "/routes")
        .expect(200)
        .list("items")
        .stream()
        .sorted(Comparator.comparing((JsonNode each) -> moment(each, "startedAt")))
        .toList();
  }

  private static String state(JsonNode node) {
    return node.path("state").asText();
  }

  private static List<JsonNode> open(JsonNode route) {
    return taskings(route).stream()
        .filter(each -> Set.of("open", "claimed").contains(state(each)))
        .toList();
  }

  private static List<JsonNode> taskings(JsonNode route) {
    List<JsonNode> all = new ArrayList<>();
    route.path("taskings").forEach(all::add);
    all.sort(
        Comparator.comparing((JsonNode each) -> moment(each, "completedAt"))
            .thenComparing(each -> moment(each, "assignedAt")));
    return all;
  }

  /** What has not happened comes last. A whole second has no fraction, so that text is no order. */
  private static Instant moment(JsonNode node, String name) {
    return node.hasNonNull(name) ? Instant.parse(node.path(name).asText()) : Instant.MAX;
  }

  /**
   * Fails unless what the host said is done is done, once, and nothing waits or has been done but
   * what follows from it.
   *
   * @param people who look
   * @return the taskings that have been completed
   */
  List<String> assertWhole(People people) {
    List<JsonNode> routes = routes(people);
    assertThat(routes.stream().map(each -> each.path("id").asText()))
        .as("routes of " + file)
        .containsAll(started)
        .hasSizeBetween(started.size(), started.size() + 1);
    List<String> done = new ArrayList<>();
    for (JsonNode route : routes) {
      done.addAll(assertWhole(route));
    }
    assertThat(done).as("completed in " + file).containsAll(completed.keySet());
    return done;
  }

  private List<String> assertWhole(JsonNode route) {
    List<JsonNode> taskings = taskings(route);
    List<JsonNode> done = taskings.stream().filter(each -> state(each).equals("done")).toList();
    for (JsonNode each : done) {
      String id = each.path("id").asText();
      assertThat(each.path("outcome").asText())
          .isEqualTo(completed.getOrDefault(id, each.path("outcome").asText()));
    }
    List<String> waiting =
        template.waitingAfter(
            done.stream()
                .map(
                    each ->
                        new Template.Done(
                            each.path("step").asText(), each.path("outcome").asText()))
                .toList(),
            COMMENTERS.size());
    boolean taken = state(route).equals("withdrawn");
    assertThat(taken || !withdrawn.contains(route.path("id").asText())).isTrue();
    assertThat(steps(open(route)))
        .as("what waits on route " + route)
        .isEqualTo(taken ? List.of() : waiting);
    assertThat(steps(taskings.stream().filter(each -> state(each).equals("withdrawn")).toList()))
        .isEqualTo(taken ? waiting : List.of());
    if (!taken) {
      assertThat(state(route)).isEqualTo(waiting.isEmpty() ? "ended" : "running");
      List<String> active = new ArrayList<>();
      route.path("standing").path("active").forEach(each -> active.add(each.asText()));
      assertThat(active)
          .as("where the engine stands")
          .containsExactlyInAnyOrderElementsOf(waiting.stream().distinct().toList());
    }
    handedOn.forEach((id, to) -> assertHandedOn(taskings, id, to));
    return done.stream().map(each -> each.path("id").asText()).toList();
  }

  private static void assertHandedOn(List<JsonNode> taskings, String id, String to) {
    taskings.stream()
        .filter(each -> each.path("id").asText().equals(id))
        .forEach(each -> assertThat(each.path("assignee").path("name").asText()).isEqualTo(to));
  }

  private static List<String> steps(List<JsonNode> taskings) {
    return taskings.stream().map(each -> each.path("step").asText()).sorted().toList();
  }
}
