package org.chancery.intakeprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chancery.core.KillPoint;
import org.chancery.core.intake.ReadingLoop;
import org.chancery.core.intake.Reason;
import org.chancery.core.intake.WatchedFolder;
import org.chancery.core.repository.Checkpoint;
import org.chancery.ocr.ReadingPool;
import org.chancery.ocr.ReadingSettings;
import org.chancery.ocr.worker.TemporaryFiles;
import org.chancery.reading.WorkerReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a folder and reads originals for a repository that it reaches over HTTP; the launcher's
 * {@code ./chancery intake} ends here. Runs until it is told to stop.
 */
public final class IntakeProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeProcess.class);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration TOLD_EVERY = Duration.ofSeconds(2);
  private static final int WRONG_USE = 2;

  private final Path data;
  private final Clock clock;
  private final Gate gate;
  private final Repository repository;
  private final SoleUse dataInUse;
  private final Optional<SoleUse> inboxInUse;
  private final RemoteReceiver receiver;
  private final RemoteReadings readings;
  private final Optional<WatchedFolder> folder;
  private final Optional<ReadingPool> pool;
  private final Optional<ReadingLoop> loop;

  IntakeProcess(
      IntakeArguments arguments,
      Map<String, String> environment,
      Checkpoint checkpoint,
      Clock clock) {
    this.data = arguments.data();
    this.clock = clock;
    Credentials credentials =
        Credentials.of(arguments.user(), arguments.passwordFile(), environment);
    gate = new Gate(clock);
    repository = new Repository(arguments.repository().orElseThrow(), credentials, gate);
    dataInUse = SoleUse.of(data, "the data folder " + data);
    inboxInUse =
        arguments
            .inbox()
            .map(inbox -> SoleUse.of(madeInbox(inbox).resolve(".chancery"), "the inbox " + inbox));
    receiver = new RemoteReceiver(repository, checkpoint);
    readings =
        new RemoteReadings(repository, new OpenLeases(data.resolve("leases")), checkpoint, clock);
    folder =
        arguments
            .inbox()
            .map(inbox -> new WatchedFolder(inbox, receiver, checkpoint, clock, QUIET, POLL));
    Path work = data.resolve("work");
    emptied(work);
    pool =
        arguments.workers() == 0
            ? Optional.empty()
            : Optional.of(
                new ReadingPool(
                    ReadingSettings.standard(data.resolve("cache"))
                        .withWorkers(arguments.workers())));
    // While the pages of one document are put together, the next one's are at hand.
    ReadingLoop.Settings settings =
        new ReadingLoop.Settings(Math.max(2, arguments.workers()), POLL, work);
    loop =
        pool.map(
            workers -> new ReadingLoop(readings, new WorkerReader(workers), checkpoint, settings));
  }

  private static Path madeInbox(Path inbox) {
    try {
      return Files.createDirectories(inbox);
    } catch (IOException e) {
      throw new StartRefused("the inbox " + inbox + " cannot be used: " + e.getMessage());
    }
  }

  /** Left behind by a process that was killed: nothing in it is of use. */
  private static void emptied(Path work) {
    try {
      TemporaryFiles.delete(work);
      Files.createDirectories(work);
    } catch (IOException e) {
      throw new StartRefused("the data folder cannot be used: " + e.getMessage());
    }
  }

  /** Runs the command. */
  public static void main(String[] args) {
    IntakeArguments arguments;
    try {
      arguments = IntakeArguments.of(List.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println("chancery intake: " + e.getMessage());
      System.exit(WRONG_USE);
      return;
    }
    Clock clock = Clock.systemUTC();
    if (arguments.status()) {
      System.exit(new StatusCommand(clock, System.out).run(arguments.data()));
    }
    try {
      IntakeProcess process =
          new IntakeProcess(arguments, System.getenv(), KillPoint.ofEnvironment(), clock);
      CountDownLatch told = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    told.countDown();
                    process.close();
                  },
                  "stopping"));
      process.run(told);
    } catch (StartRefused e) {
      System.err.println("chancery intake: " + e.getMessage());
      System.exit(1);
    }
  }

  /** Works until told to stop, writing down how it is doing. */
  void run(CountDownLatch stop) {
    LOG.info("Handing in to {} and reading for it", repository.base());
    folder.ifPresent(WatchedFolder::start);
    loop.ifPresent(ReadingLoop::start);
    try {
      do {
        tell();
      } while (!stop.await(TOLD_EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell() {
    repository.closed();
    try {
      status().write(data);
    } catch (IOException e) {
      LOG.warn("The status cannot be written", e);
    }
  }

  Status status() {
    return new Status(
        clock.instant(),
        ProcessHandle.current().pid(),
        repository.base().toString(),
        gate.since(),
        gate.closed().map(Reason::explanation),
        folder.flatMap(WatchedFolder::problem),
        folder.map(WatchedFolder::arriving).orElse(List.of()).stream()
            .map(
                file ->
                    new Status.Waiting(
                        file.name(),
                        file.reason().code(),
                        file.reason().explanation(),
                        file.since()))
            .toList(),
        readings.underWay().stream()
            .map(each -> new Status.Reading(each.name(), each.done(), each.of()))
            .toList(),
        receiver.received(),
        readings.counts());
  }

  /** Stops cleanly: what is being received is finished, what is being read is given back. */
  @Override
  public void close() {
    folder.ifPresent(WatchedFolder::close);
    loop.ifPresent(ReadingLoop::close);
    pool.ifPresent(ReadingPool::close);
    try {
      dataInUse.close();
      if (inboxInUse.isPresent()) {
        inboxInUse.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LOG.info("Stopped");
  }
}
