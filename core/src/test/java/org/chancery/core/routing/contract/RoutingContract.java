package org.chancery.core.routing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.core.access.Actor;
import org.chancery.core.correspondence.CaseFile;
import org.chancery.core.correspondence.NewCaseFile;
import org.chancery.core.correspondence.NewCaseFolder;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Page;
import org.chancery.core.routing.NewRoute;
import org.chancery.core.routing.ProcessEngine;
import org.chancery.core.routing.Route;
import org.chancery.core.routing.TaskForm;
import org.chancery.core.routing.Tasking;
import org.chancery.core.routing.Templates;
import org.chancery.core.vocabulary.Cor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host's engine has to do, driven through the domain. */
@ExtendWith(HostOfRouting.class)
public abstract class RoutingContract {
  private static final Actor SYSTEM = Actor.ofSystem();
  private static final Caller CALLER = Caller.ofSystem();
  private static final int MOST_STEPS = 80;
  private static final Pattern ELEMENT =
      Pattern.compile(
          "<(?:startEvent|endEvent|userTask|serviceTask|exclusiveGateway) id=\"(\\w+)\"");

  private RoutingHost host;

  @BeforeEach
  void take(RoutingHost given) {
    host = given;
  }

  private NodeId file() {
    String name = "Contract " + UUID.randomUUID();
    return host.transactions()
        .write(
            () -> {
              NodeId folder =
                  host.chancery()
                      .caseFolders()
                      .create(
                          SYSTEM, new NewCaseFolder("individual", name, Optional.empty(), Map.of()))
                      .id();
              NewCaseFile file =
                  new NewCaseFile(
                      name,
                      "public",
                      Optional.empty(),
                      Optional.empty(),
                      List.of("EXECSEC"),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Map.of());
              return host.chancery().caseFiles().create(SYSTEM, folder, file).id();
            });
  }

  private static NewRoute route(String template) {
    return new NewRoute(
        template,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of("GROUP_ROLE_REVIEWER", "GROUP_ROLE_SUPERVISOR"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Route start(NodeId file, String template) {
    return host.transactions()
        .write(() -> host.chancery().routing().routes().start(SYSTEM, file, route(template)));
  }

  private Route now(NodeId file) {
    return host.chancery().routing().routes().ofFile(CALLER, file).get(0);
  }

  private List<Tasking> open(NodeId file) {
    return host.chancery().routing().taskings().ofFile(CALLER, file).stream()
        .filter(each -> each.state().active())
        .toList();
  }

  private Tasking complete(Tasking tasking, String outcome) {
    return host.transactions()
        .write(
            () ->
                host.chancery()
                    .routing()
                    .taskings()
                    .complete(
                        SYSTEM,
                        tasking.id(),
                        tasking.revision(),
                        outcome,
                        Optional.of("As the contract wants it")));
  }

  private ProcessEngine.Standing standing(NodeId file) {
    return host.chancery().routing().routes().standing(now(file));
  }

  /** Where the engine and the domain say the file is must be the same. */
  private void requireAgreement(NodeId file) {
    Route route = now(file);
    List<String> tasks =
        host.engine().openTasks(route.process().orElseThrow()).stream()
            .map(ProcessEngine.OpenTask::id)
            .toList();
    assertThat(tasks)
        .containsExactlyInAnyOrderElementsOf(
            open(file).stream().map(each -> each.engineTask().orElseThrow()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"citizenLetter", "congressionalInquiry", "draftForComment"})
  void everyOutcomeOfEveryStepIsDrivenAndEveryPathEnds(String template) {
    Set<String> wanted = new LinkedHashSet<>();
    Set<String> visited = new HashSet<>();
    Set<String> done = new HashSet<>();
    int runs = 0;
    do {
      NodeId file = file();
      start(file, template);
      for (int steps = 0; !open(file).isEmpty(); steps++) {
        assertThat(steps).as("it never ends").isLessThan(MOST_STEPS);
        requireAgreement(file);
        Tasking next = open(file).get(0);
        List<String> outcomes =
            host.chancery().routing().taskings().form(next).outcomes().stream()
                .map(TaskForm.Outcome::value)
                .toList();
        outcomes.forEach(each -> wanted.add(next.step().orElseThrow() + " " + each));
        String outcome =
            outcomes.stream()
                .filter(each -> !done.contains(next.step().orElseThrow() + " " + each))
                .findFirst()
                .orElse(outcomes.get(0));
        done.add(next.step().orElseThrow() + " " + outcome);
        complete(next, outcome);
      }
      assertThat(now(file).state()).isEqualTo(Route.State.ENDED);
      assertThat(now(file).endedAt()).isPresent();
      assertThat(standing(file).ended()).isTrue();
      assertThat(standing(file).active()).isEmpty();
      visited.addAll(standing(file).visited());
      runs++;
      assertThat(runs).isLessThan(MOST_STEPS);
    } while (!done.containsAll(wanted));
    assertThat(visited).containsAll(elements(template));
  }

  private static List<String> elements(String template) {
    List<String> found = new ArrayList<>();
    Matcher element =
        ELEMENT.matcher(new String(Templates.shipped(template), StandardCharsets.UTF_8));
    while (element.find()) {
      found.add(element.group(1));
    }
    return found;
  }

  @Test
  void aLetterThatIsAnsweredEndsInAClosedFile() {
    NodeId file = file();
    start(file, "citizenLetter");
    for (String outcome : List.of("assigned", "submit", "approve", "signed", "dispatched")) {
      complete(open(file).get(0), outcome);
    }
    assertThat(host.nodes().get(CALLER, file).text(Cor.STATUS)).contains(CaseFile.CLOSED);
    assertThat(open(file)).isEmpty();
  }

  @Test
  void commentsAreAskedForAtOnceAndTheNextStepWaitsForAll() {
    NodeId file = file();
    start(file, "draftForComment");
    complete(open(file).get(0), "submit");
    assertThat(open(file))
        .extracting(Tasking::assignee)
        .containsExactlyInAnyOrder("GROUP_ROLE_REVIEWER", "GROUP_ROLE_SUPERVISOR");
    complete(open(file).get(0), "concur");
    assertThat(open(file))
        .hasSize(1)
        .extracting(Tasking::step)
        .containsOnly(Optional.of("comment"));
    complete(open(file).get(0), "non-concur");
    assertThat(open(file)).extracting(Tasking::step).containsExactly(Optional.of("consolidate"));
  }

  /** Ends the transaction in progress. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void aStartThatIsRolledBackLeavesNeitherRouteNorProcess() {
    NodeId file = file();
    Set<String> before = allTasks();
    assertThatThrownBy(
            () ->
                host.transactions()
                    .write(
                        () -> {
                          host.chancery()
                              .routing()
                              .routes()
                              .start(SYSTEM, file, route("citizenLetter"));
                          throw new Killed();
                        }))
        .isInstanceOf(Killed.class);
    assertThat(host.chancery().routing().routes().ofFile(CALLER, file)).isEmpty();
    assertThat(open(file)).isEmpty();
    assertThat(allTasks()).isEqualTo(before);
  }

  @Test
  void aStepThatIsRolledBackIsTakenAgainAndNothingIsLostOrDoubled() {
    NodeId file = file();
    start(file, "citizenLetter");
    Tasking assign = open(file).get(0);
    assertThatThrownBy(
            () ->
                host.transactions()
                    .write(
                        () -> {
                          host.chancery()
                              .routing()
                              .taskings()
                              .complete(
                                  SYSTEM,
                                  assign.id(),
                                  assign.revision(),
                                  "assigned",
                                  Optional.empty());
                          throw new Killed();
                        }))
        .isInstanceOf(Killed.class);
    assertThat(open(file)).extracting(Tasking::id).containsExactly(assign.id());
    requireAgreement(file);
    complete(open(file).get(0), "assigned");
    assertThat(open(file)).extracting(Tasking::step).containsExactly(Optional.of("draft"));
    requireAgreement(file);
  }

  @Test
  void whatTheDomainRefusesComesOutAsItWasThrown() {
    NodeId file = file();
    start(file, "citizenLetter");
    Tasking assign = open(file).get(0);
    complete(assign, "assigned");
    assertThatThrownBy(() -> complete(assign, "assigned")).isInstanceOf(Conflict.class);
  }

  @Test
  void ofTwoWhoCompleteAtOnceOneWins() throws Exception {
    NodeId file = file();
    start(file, "citizenLetter");
    Tasking assign = open(file).get(0);
    ExecutorService two = Executors.newFixedThreadPool(2);
    CountDownLatch go = new CountDownLatch(1);
    try {
      List<Future<String>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(
            two.submit(
                () -> {
                  go.await();
                  try {
                    complete(assign, "assigned");
                    return "won";
                  } catch (Conflict e) {
                    return "lost";
                  }
                }));
      }
      go.countDown();
      List<String> ends = new ArrayList<>();
      for (Future<String> each : both) {
        ends.add(each.get(60, TimeUnit.SECONDS));
      }
      assertThat(ends).containsExactlyInAnyOrder("won", "lost");
    } finally {
      two.shutdownNow();
    }
    assertThat(open(file)).extracting(Tasking::step).containsExactly(Optional.of("draft"));
    requireAgreement(file);
  }

  @Test
  void aWithdrawnRouteHasNoTasksLeft() {
    NodeId file = file();
    Route route = start(file, "draftForComment");
    complete(open(file).get(0), "submit");
    host.transactions()
        .write(
            () -> {
              host.chancery().routing().routes().withdraw(SYSTEM, route.id(), "A mistake");
            });
    assertThat(now(file).state()).isEqualTo(Route.State.WITHDRAWN);
    assertThat(open(file)).isEmpty();
    assertThat(host.engine().openTasks(route.process().orElseThrow())).isEmpty();
    assertThat(standing(file).ended()).isTrue();
    assertThat(standing(file).visited()).contains("draft", "comment");
  }

  @Test
  void aRouteStaysWithTheVersionItWasStartedWith() {
    NodeId file = file();
    Route route = start(file, "citizenLetter");
    String changed =
        new String(Templates.shipped("citizenLetter"), StandardCharsets.UTF_8)
            .replace("A letter from", UUID.randomUUID() + " A letter from");
    byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
    Templates templates = host.chancery().routing().templates();
    Templates.Version newer = host.transactions().write(() -> templates.deploy(SYSTEM, bytes));
    assertThat(newer.deployed().version()).isGreaterThan(route.version());
    assertThat(host.engine().source("citizenLetter", newer.deployed().version()))
        .hasValueSatisfying(source -> assertThat(source).isEqualTo(bytes));
    assertThat(now(file).version()).isEqualTo(route.version());
    assertThat(start(file(), "citizenLetter").version()).isEqualTo(newer.deployed().version());
    // What is shipped is not deployed again over what an administrator deployed.
    templates.ship();
    assertThat(templates.newest("citizenLetter").orElseThrow().deployed().version())
        .isEqualTo(newer.deployed().version());
  }

  @Test
  void openTasksComeInPagesEachOnce() {
    Set<String> mine = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      Route route = start(file(), "citizenLetter");
      host.engine().openTasks(route.process().orElseThrow()).forEach(each -> mine.add(each.id()));
    }
    assertThat(mine).hasSize(3);
    assertThat(allTasks()).containsAll(mine);
  }

  private Set<String> allTasks() {
    Set<String> all = new HashSet<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<ProcessEngine.OpenTask> page = host.engine().openTasks(cursor, 2);
      page.items().forEach(each -> assertThat(all.add(each.id())).isTrue());
      cursor = page.cursor();
    } while (cursor.isPresent());
    return all;
  }

  @Test
  void aTaskThatIsNotThereCannotBeCompleted() {
    assertThatThrownBy(() -> host.transactions().write(() -> host.engine().complete("999999999")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
