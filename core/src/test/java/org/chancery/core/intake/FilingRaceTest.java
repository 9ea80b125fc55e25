package org.chancery.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Role;
import org.chancery.core.correspondence.Bootstrap;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.CaseFolders;
import org.chancery.core.correspondence.GivingWay;
import org.chancery.core.correspondence.NewCaseFile;
import org.chancery.core.correspondence.NewCaseFolder;
import org.chancery.core.memory.MemoryHost;
import org.chancery.core.memory.MemoryOffice;
import org.chancery.core.memory.TextReader;
import org.chancery.core.memory.Unclocked;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Change;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Cor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What someone else commits between a look at an item and the change that follows from it. */
class FilingRaceTest {
  @TempDir Path scratch;
  private final MemoryHost host = new MemoryHost(Clock.systemUTC(), Checkpoint.NONE);
  private final MemoryOffice office = new MemoryOffice();
  private Actor clerk;
  private Node item;
  private Runnable meanwhile = () -> {};

  /** Runs what was prepared right after the next look at a node. */
  private final Nodes nodes =
      (Nodes)
          Proxy.newProxyInstance(
              Nodes.class.getClassLoader(),
              new Class<?>[] {Nodes.class},
              (proxy, method, arguments) -> {
                try {
                  Object answer = method.invoke(host.nodes(), arguments);
                  boolean look = List.of("get", "find").contains(method.getName());
                  if (look && item != null && item.id().equals(arguments[1])) {
                    Runnable other = meanwhile;
                    meanwhile = () -> {};
                    other.run();
                  }
                  return answer;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });

  @BeforeEach
  void receive() {
    new Bootstrap(host.nodes(), host.permissions(), host, office, () -> {}).run();
    clerk = Actor.of(office.add("clerk", "OPA", Role.CLERK), "test");
    item =
        new Receiving(
                host.nodes(),
                new GivingWay(host.nodes(), host.permissions(), host.ledger()),
                host.contents(),
                host.queue(),
                host,
                host.ledger(),
                Checkpoint.NONE,
                host.clock())
            .receive(
                new Arrival(
                    "claim",
                    new ByteArrayInputStream("Dear Sir".getBytes(StandardCharsets.UTF_8)),
                    "a.txt",
                    Optional.of("OPA"),
                    Arrival.UPLOAD,
                    clerk,
                    Optional.empty()));
  }

  private Filing filing(Nodes seen) {
    CaseFolders folders =
        new CaseFolders(seen, host.permissions(), new Unclocked(seen), host.ledger(), host.clock());
    CaseFiles files =
        new CaseFiles(
            folders,
            seen,
            host.permissions(),
            host.sequences(),
            office,
            host.ledger(),
            host.clock());
    IntakeDesk desk =
        new IntakeDesk(
            seen,
            host.contents(),
            host.permissions(),
            host.queue(),
            host,
            host.ledger(),
            host.searcher(),
            new ReadingProgress(),
            List::of,
            () -> {});
    return new Filing(
        seen,
        new GivingWay(seen, host.permissions(), host.ledger()),
        host.permissions(),
        folders,
        files,
        desk,
        host.queue(),
        host.ledger(),
        host.clock());
  }

  private static Filing.Request request(String holder) {
    return new Filing.Request(
        new Filing.IntoNewFolder(
            new NewCaseFolder("individual", holder, Optional.empty(), Map.of()),
            new NewCaseFile(
                "A subject",
                "public",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of())),
        Optional.empty(),
        Map.of());
  }

  @Test
  void ofTwoClerksWhoFileTheSameItemOneIsTold() {
    meanwhile = () -> filing(host.nodes()).file(clerk, item.id(), request("First, One"));
    assertThatThrownBy(
            () -> host.write(() -> filing(nodes).file(clerk, item.id(), request("Second, Two"))))
        .isInstanceOf(WrongState.class);
  }

  @Test
  void aReadingThatEndsAsTheItemIsFiledLeavesItFiled() {
    TextReader text = new TextReader();
    DocumentReader reader =
        (original, name, directory, progress) -> {
          meanwhile =
              () ->
                  host.nodes()
                      .update(
                          Caller.ofSystem(),
                          item.id(),
                          Optional.empty(),
                          Change.of(Map.of(Cor.INTAKE_STATE, IntakeState.FILED.code())));
          return text.read(original, name, directory, progress);
        };
    ReadingWork work =
        new ReadingWork(
            nodes,
            host.contents(),
            host.permissions(),
            host.queue(),
            host,
            host.ledger(),
            LetterWork.NONE,
            (who, item, codes) -> Optional.empty(),
            new ReadingProgress(),
            Checkpoint.NONE,
            host.clock(),
            new ReadingWork.Terms(Duration.ofMinutes(1), 3, Duration.ofSeconds(1)));
    ReadingLoop loop =
        new ReadingLoop(
            new LocalReadings(work),
            reader,
            Checkpoint.NONE,
            new ReadingLoop.Settings(1, Duration.ofMillis(20), scratch));
    assertThat(loop.step()).isTrue();
    // Once more, as a clerk asked: now its type is known, and nothing else looks at it again.
    Change back = Change.of(Map.of(Cor.INTAKE_STATE, IntakeState.RECEIVED.code()));
    host.write(
        () -> {
          host.nodes().update(Caller.ofSystem(), item.id(), Optional.empty(), back);
          host.queue().add(ReadingWork.QUEUE, item.id().value());
        });
    assertThat(loop.step()).isTrue();
    Node read = host.nodes().get(Caller.ofSystem(), item.id());
    assertThat(IntakeState.of(read)).contains(IntakeState.FILED);
    assertThat(read.contents()).containsKey(Cor.TEXT);
  }
}
