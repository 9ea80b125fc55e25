package org.chancery.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Page;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.WrongState;
import org.chancery.core.routing.ProcessEngine.Deployed;
import org.chancery.core.routing.ProcessEngine.OpenTask;
import org.chancery.core.routing.ProcessEngine.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link ProcessEngine} promises, on the shipped templates. */
public abstract class ProcessEngineContract {
  private final ScriptedOffice office = new ScriptedOffice();
  private final List<String> started = new ArrayList<>();
  private final String route = NodeId.random().value();
  private Runnable end = () -> {};

  /** The host's engine. */
  protected abstract ProcessEngine engine();

  /** The host's transactions. */
  protected abstract Transactions transactions();

  /** A node of the host's that stands for a case file. */
  protected abstract NodeId caseFile();

  /**
   * Lets templates call this bean instead of the host's own.
   *
   * @return puts the host's own back
   */
  protected abstract Runnable serve(RoutingBean bean);

  /** Begins. */
  @BeforeEach
  protected void begin() {
    end = serve(office);
  }

  /** Ends what is still under way. */
  @AfterEach
  protected void finish() {
    started.forEach(process -> write(() -> engine().cancel(process)));
    end.run();
  }

  private <T> T write(Supplier<T> work) {
    return transactions().write(work);
  }

  private void write(Runnable work) {
    transactions().write(work);
  }

  private Deployed deploy(ShippedTemplate template) {
    return write(() -> engine().deploy(template.bytes(), "admin"));
  }

  private String start(ShippedTemplate template) {
    deploy(template);
    return startAgain(template);
  }

  private String startAgain(ShippedTemplate template) {
    String process = write(() -> engine().start(template.key(), 1, variables()));
    started.add(process);
    return process;
  }

  private Map<String, String> variables() {
    return Map.of(ProcessEngine.ROUTE, route, ProcessEngine.CASE_FILE, caseFile().value());
  }

  private OpenTask only(String process) {
    List<OpenTask> open = engine().openTasks(process);
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  private void complete(String process, String outcome) {
    OpenTask task = only(process);
    office.decide(task.step(), outcome);
    write(() -> engine().complete(task.id()));
  }

  @Test
  void whatIsDeployedIsTheNextVersionAndIsGivenBackAsItWas() {
    ShippedTemplate template = new ShippedTemplate("citizenLetter");
    Deployed first = deploy(template);
    Deployed second = write(() -> engine().deploy(template.renamed(), "somebody"));

    assertThat(first.key()).isEqualTo(template.key());
    assertThat(first.version()).isEqualTo(1);
    assertThat(first.by()).isEqualTo("admin");
    assertThat(second.version()).isEqualTo(2);
    assertThat(engine().source(template.key(), 1)).contains(template.bytes());
    assertThat(engine().source(template.key(), 2)).contains(template.renamed());
    assertThat(engine().source(template.key(), 3)).isEmpty();
    assertThat(engine().versions(template.key()))
        .extracting(Deployed::version)
        .containsExactly(2, 1);
    assertThat(engine().templates())
        .filteredOn(each -> each.key().equals(template.key()))
        .extracting(Deployed::version)
        .containsExactly(2);
    assertThat(engine().versions("no" + template.key())).isEmpty();
    assertThatThrownBy(() -> write(() -> engine().start(template.key(), 3, variables())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProcessStaysWithTheVersionItWasStartedWith() {
    ShippedTemplate template = new ShippedTemplate("citizenLetter");
    String process = start(template);
    write(() -> engine().deploy(template.renamed(), "admin"));

    complete(process, "assigned");

    assertThat(only(process).step()).isEqualTo("draft");
  }

  @Test
  void everyPathOfEveryShippedTemplateIsWalkedToItsEnd() {
    List<String> walked = new ArrayList<>();
    for (String name : ShippedTemplate.ALL) {
      ShippedTemplate template = new ShippedTemplate(name);
      deploy(template);
      Deque<List<String>> ways = new ArrayDeque<>(List.of(List.of()));
      while (!ways.isEmpty()) {
        walked.add(name + ": " + String.join(", ", walk(template, ways.pop(), ways)));
      }
    }
    assertThat(walked).containsExactlyElementsOf(ShippedPaths.read());
  }

  /**
   * Walks to the end, deciding as told and then as comes first; the ways not taken are put with the
   * others. Nobody turns back twice.
   *
   * @return what the domain was told
   */
  private List<String> walk(
      ShippedTemplate template, List<String> decided, Deque<List<String>> ways) {
    ScriptedOffice mine = new ScriptedOffice();
    mine.commenters(List.of("GROUP_COMPONENT_FEMA"));
    Runnable before = serve(mine);
    try {
      String process = startAgain(template);
      List<String> decisions = new ArrayList<>();
      List<OpenTask> open = engine().openTasks(process);
      while (!open.isEmpty()) {
        assertThat(open).hasSize(1);
        OpenTask task = open.get(0);
        List<String> outcomes = new ArrayList<>(template.outcomes(task.step()));
        if (decisions.size() < decided.size()) {
          outcomes.retainAll(List.of(decided.get(decisions.size())));
        } else if (decisions.stream().anyMatch(ProcessEngineContract::back)) {
          outcomes.removeIf(ProcessEngineContract::back);
        }
        for (String other : outcomes.subList(1, outcomes.size())) {
          List<String> way = new ArrayList<>(decisions);
          way.add(other);
          ways.add(way);
        }
        decisions.add(outcomes.get(0));
        mine.decide(task.step(), outcomes.get(0));
        write(() -> engine().complete(task.id()));
        open = engine().openTasks(process);
      }
      Standing standing = engine().standing(process);
      assertThat(standing.ended()).isTrue();
      assertThat(standing.active()).isEmpty();
      assertThat(standing.visited()).contains("start", "end");
      assertThat(mine.told()).endsWith("ended");
      return mine.told();
    } finally {
      before.run();
    }
  }

  private static boolean back(String outcome) {
    return outcome.equals("return") || outcome.equals("reopen") || outcome.equals("non-concur");
  }

  @Test
  void nothingIsLeftOfAStartThatFails() {
    ShippedTemplate template = new ShippedTemplate("citizenLetter");
    deploy(template);
    List<String> made = new ArrayList<>();

    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      made.add(engine().start(template.key(), 1, variables()));
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(engine().openTasks(made.get(0))).isEmpty();
    assertThat(engine().standing(made.get(0)).active()).isEmpty();
    assertThat(engine().standing(made.get(0)).visited()).isEmpty();
  }

  @Test
  void aStepThatFailsAfterwardsWasNotTaken() {
    String process = start(new ShippedTemplate("citizenLetter"));
    OpenTask task = only(process);
    office.decide("assign", "assigned");

    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      engine().complete(task.id());
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(only(process)).isEqualTo(task);
    complete(process, "assigned");
    assertThat(only(process).step()).isEqualTo("draft");
  }

  @Test
  void whatTheDomainRefusesIsRefusedInItsOwnWordsAndNotDone() {
    String process = start(new ShippedTemplate("citizenLetter"));
    OpenTask task = only(process);
    office.refuse(new WrongState("Not now."));

    assertThatThrownBy(() -> write(() -> engine().complete(task.id())))
        .isInstanceOf(WrongState.class)
        .hasMessage("Not now.");

    assertThat(only(process)).isEqualTo(task);
  }

  @Test
  void aTaskIsCompletedOnce() {
    String process = start(new ShippedTemplate("citizenLetter"));
    OpenTask task = only(process);
    complete(process, "assigned");

    assertThatThrownBy(() -> write(() -> engine().complete(task.id())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(only(process).step()).isEqualTo("draft");
  }

  @Test
  void oneIsAskedForEachCommenterAndAllMustAnswer() {
    office.commenters(List.of("GROUP_COMPONENT_FEMA", "GROUP_COMPONENT_TSA", "drafter"));
    String process = start(new ShippedTemplate("draftForComment"));
    complete(process, "submit");

    List<OpenTask> asked = engine().openTasks(process);
    assertThat(asked).hasSize(3).extracting(OpenTask::step).containsOnly("comment");
    assertThat(office.told())
        .contains(
            "tasked comment comment GROUP_COMPONENT_FEMA",
            "tasked comment comment GROUP_COMPONENT_TSA",
            "tasked comment comment drafter");
    office.decide("comment", "concur");
    write(() -> engine().complete(asked.get(1).id()));
    assertThat(engine().openTasks(process))
        .hasSize(2)
        .extracting(OpenTask::step)
        .containsOnly("comment");
    write(() -> engine().complete(asked.get(0).id()));
    write(() -> engine().complete(asked.get(2).id()));
    assertThat(only(process).step()).isEqualTo("consolidate");
  }

  @Test
  void twoWhoAnswerAtOnceAreBothHeard() throws Exception {
    String process = start(new ShippedTemplate("draftForComment"));
    complete(process, "submit");
    List<OpenTask> asked = engine().openTasks(process);
    assertThat(asked).hasSize(2);
    office.decide("comment", "concur");
    CyclicBarrier together = new CyclicBarrier(2);
    ProcessEngine engine = engine();
    Transactions transactions = transactions();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Void>> answers = new ArrayList<>();
      for (OpenTask task : asked) {
        answers.add(
            () -> {
              together.await();
              transactions.write(() -> engine.complete(task.id()));
              return null;
            });
      }
      for (Future<Void> each : threads.invokeAll(answers)) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(only(process).step()).isEqualTo("consolidate");
  }

  @Test
  void aCancelledProcessHasNoTasksAndDidNotComeToItsEnd() {
    String process = start(new ShippedTemplate("citizenLetter"));
    complete(process, "assigned");

    write(() -> engine().cancel(process));
    write(() -> engine().cancel(process));

    assertThat(engine().openTasks(process)).isEmpty();
    assertThat(engine().standing(process).ended()).isTrue();
    assertThat(engine().standing(process).visited()).contains("start", "assign", "draft");
    assertThat(office.told()).doesNotContain("ended");
  }

  @Test
  void itIsKnownWhereAProcessStandsAndWhereItHasBeen() {
    String process = start(new ShippedTemplate("citizenLetter"));
    assertThat(engine().standing(process).active()).containsExactly("assign");
    complete(process, "assigned");
    complete(process, "submit");

    Standing standing = engine().standing(process);

    assertThat(standing.ended()).isFalse();
    assertThat(standing.active()).containsExactly("review");
    assertThat(standing.visited())
        .contains("start", "assign", "assigned", "routed", "draft", "inReview", "review")
        .doesNotContain("sign", "end");
  }

  @Test
  void allOpenTasksAreTurnedOverPageByPage() {
    ShippedTemplate template = new ShippedTemplate("citizenLetter");
    deploy(template);
    Set<String> expected = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      expected.add(only(startAgain(template)).id());
    }

    List<String> found = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<OpenTask> page = engine().openTasks(cursor, 2);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(task -> found.add(task.id()));
      cursor = page.cursor();
    } while (cursor.isPresent());

    assertThat(found).doesNotHaveDuplicates().containsAll(expected);
  }

  @Test
  void tellingWhoHasATaskChangesNothingElse() {
    String process = start(new ShippedTemplate("citizenLetter"));
    OpenTask task = only(process);

    write(
        () ->
            engine()
                .show(
                    task.id(),
                    "GROUP_ROLE_DRAFTER",
                    Optional.of("drafter"),
                    LocalDate.of(2031, 1, 2)));
    write(() -> engine().show(task.id(), "drafter", Optional.empty(), LocalDate.of(2031, 1, 3)));

    assertThat(only(process)).isEqualTo(task);
    assertThat(office.told()).containsExactly("tasked assign edit");
    complete(process, "assigned");
  }

  @Test
  void nobodyAnsweredOutsideWhereTheDomainCompletes() {
    List<Optional<ProcessEngine.Answer>> heard = new ArrayList<>();
    String process = start(new ShippedTemplate("citizenLetter"));
    office.whenCompleted(id -> heard.add(engine().answer(id)));

    complete(process, "assigned");

    assertThat(heard).containsExactly(Optional.empty());
  }
}
