package org.chancery.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chancery.core.audit.Action;
import org.chancery.core.correspondence.Bootstrap;
import org.chancery.core.correspondence.GivingWay;
import org.chancery.core.memory.MemoryHost;
import org.chancery.core.memory.MemoryOffice;
import org.chancery.core.memory.SettableClock;
import org.chancery.core.memory.TextReader;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Node;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;

/** Intake on a host in memory, driven step by step; its process can be "killed" at a checkpoint. */
final class IntakeFixture {
  static final Duration QUIET = Duration.ofSeconds(2);

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  final Path inbox;
  final TextReader reader = new TextReader();
  final MemoryHost host;
  private final Path scratch;
  private String killAt = "";
  Receiving receiving;
  WatchedFolder folder;
  ReadingWork work;
  ReadingLoop loop;

  IntakeFixture(Path root) {
    inbox = root.resolve("inbox");
    scratch = root.resolve("scratch");
    inbox.toFile().mkdirs();
    host = new MemoryHost(clock, this::checkpoint);
    new Bootstrap(host.nodes(), host.permissions(), host, new MemoryOffice(), () -> {}).run();
    restart();
  }

  /** The end of the process, as a test sees it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private void checkpoint(String name) {
    if (name.equals(killAt)) {
      killAt = "";
      throw new Killed();
    }
  }

  void killAt(String name) {
    killAt = name;
  }

  boolean killed() {
    return killAt.isEmpty();
  }

  /** A new process on the same data. */
  void restart() {
    Checkpoint checkpoint = this::checkpoint;
    receiving =
        new Receiving(
            host.nodes(),
            new GivingWay(host.nodes(), host.permissions(), host.ledger()),
            host.contents(),
            host.queue(),
            host,
            host.ledger(),
            checkpoint,
            clock);
    folder =
        new WatchedFolder(
            inbox, new LocalReceiver(receiving), checkpoint, clock, QUIET, Duration.ofMillis(50));
    work =
        new ReadingWork(
            host.nodes(),
            host.contents(),
            host.permissions(),
            host.queue(),
            host,
            host.ledger(),
            LetterWork.NONE,
            (who, item, codes) -> Optional.empty(),
            new ReadingProgress(),
            checkpoint,
            clock,
            new ReadingWork.Terms(Duration.ofMinutes(1), 3, Duration.ofSeconds(1)));
    loop =
        new ReadingLoop(
            new LocalReadings(work),
            reader,
            checkpoint,
            new ReadingLoop.Settings(1, Duration.ofMillis(20), scratch));
  }

  /** Looks, lets time pass, and looks again, so that what keeps still is taken. */
  void settle() {
    folder.pass();
    clock.forward(QUIET.plusSeconds(1));
    folder.pass();
  }

  /** Everything received, in the order of arrival. */
  List<Node> received() {
    Caller system = Caller.ofSystem();
    return host.ledger().events().stream()
        .filter(event -> event.action() == Action.RECEIVE)
        .map(event -> host.nodes().get(system, event.object().orElseThrow()))
        .toList();
  }

  String text(Node node) {
    try (InputStream in = host.contents().open(Caller.ofSystem(), node.id(), Cm.CONTENT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> reason(String name) {
    return folder.arriving().stream()
        .filter(file -> file.name().equals(name))
        .map(file -> file.reason().code())
        .findFirst();
  }

  static String state(Node node) {
    return node.text(Cor.INTAKE_STATE).orElseThrow();
  }
}
