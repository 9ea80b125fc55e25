package org.chancery.core.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.chancery.core.repository.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes readings that are due and has them read, a few at a time, keeping their leases alive. The
 * same loop serves the repository in its own process and one at the other end of a wire.
 */
public final class ReadingLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingLoop.class);

  private final Readings readings;
  private final DocumentReader reader;
  private final Checkpoint checkpoint;
  private final Settings settings;
  private final List<Thread> threads = new ArrayList<>();
  private final ScheduledExecutorService leases;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private boolean signalled;
  private volatile boolean closing;

  /**
   * How the loop works.
   *
   * @param threads how many items at once
   * @param poll how long to wait when there is nothing to do, unless told
   * @param scratch where work directories are made and removed again
   */
  public record Settings(int threads, Duration poll, Path scratch) {}

  /** Nothing runs before {@link #start}. */
  public ReadingLoop(
      Readings readings, DocumentReader reader, Checkpoint checkpoint, Settings settings) {
    this.readings = readings;
    this.reader = reader;
    this.checkpoint = checkpoint;
    this.settings = settings;
    this.leases =
        Executors.newScheduledThreadPool(
            settings.threads(),
            task -> {
              Thread thread = new Thread(task, "reading-leases");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins to read; call once. */
  public void start() {
    for (int i = 1; i <= settings.threads(); i++) {
      Thread thread = new Thread(this::run, "reading-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** There is something to read. */
  public void wake() {
    lock.lock();
    try {
      signalled = true;
      wanted.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Reads one item, if one is due.
   *
   * @return whether there was one
   */
  boolean step() {
    Optional<Readings.Task> taken = readings.take();
    if (taken.isEmpty()) {
      return false;
    }
    Readings.Task task = taken.get();
    HeldLease lease = new HeldLease(readings, task, Thread.currentThread());
    lease.keepAlive(leases);
    try {
      read(task, lease);
    } catch (Readings.LeaseLost e) {
      LOG.warn("Reading of {} is someone else's by now; what was read is dropped", task.item());
    } catch (RuntimeException | StackOverflowError e) {
      // What one text does to a parser must not end the reading of all.
      if (!lease.lost()) {
        failed(task, e);
      }
    } finally {
      lease.end();
    }
    return true;
  }

  private void read(Readings.Task task, HeldLease lease) {
    Path directory = directory();
    try {
      Path original = readings.original(task, directory);
      Path results = Files.createDirectory(directory.resolve("results"));
      DocumentReader.Outcome outcome =
          task.letter().isPresent()
              ? reader.write(original, task.name(), task.letter().get(), results)
              : reader.read(
                  original, task.name(), results, (done, of) -> readings.progress(task, done, of));
      checkpoint.reached("worker-result");
      lease.keep();
      readings.keep(task, outcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      remove(directory);
    }
  }

  private void failed(Readings.Task task, Throwable e) {
    // What interrupted the reading must not interrupt the telling of it.
    boolean interrupted = Thread.interrupted();
    try {
      if (closing) {
        LOG.info("Reading of {} was interrupted and will go on after the next start", task.item());
        readings.release(task);
      } else {
        LOG.warn("Reading of {} failed, attempt {}", task.item(), task.attempt(), e);
        readings.failed(task, e.getClass().getSimpleName());
      }
    } catch (RuntimeException again) {
      LOG.warn("Reading of {} will be tried again when its lease ends", task.item(), again);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (!closing) {
      boolean worked = false;
      try {
        worked = step();
      } catch (RuntimeException e) {
        LOG.error("Nothing to read can be fetched; trying again", e);
      }
      if (!worked) {
        await();
      }
    }
  }

  private void await() {
    lock.lock();
    try {
      long nanos = settings.poll().toNanos();
      while (!signalled && !closing && nanos > 0) {
        nanos = wanted.awaitNanos(nanos);
      }
      signalled = false;
    } catch (InterruptedException e) {
      closing = true;
    } finally {
      lock.unlock();
    }
  }

  private Path directory() {
    try {
      Files.createDirectories(settings.scratch());
      return Files.createTempDirectory(settings.scratch(), "read-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends the loop. What is being read is interrupted, given back and read after the next start;
   * waits until the threads have ended.
   */
  @Override
  public void close() {
    closing = true;
    wake();
    threads.forEach(Thread::interrupt);
    boolean interrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(30));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    leases.shutdownNow();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
