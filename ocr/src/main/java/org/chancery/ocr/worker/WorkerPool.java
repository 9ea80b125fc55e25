package org.chancery.ocr.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of worker processes that share one queue of jobs. They are started when there is
 * work, ended after a time without any, and replaced when they die; a job whose worker died is
 * tried once more in a fresh one.
 */
public final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
  private static final long IDLE_SECONDS = 120;
  private static final long CHECK_MILLIS = 200;

  private record Queued(Request request, CompletableFuture<Reply> reply) {}

  private final WorkerSettings settings;
  private final BlockingQueue<Queued> queue = new LinkedBlockingQueue<>();
  private final Set<WorkerProcess> watched = ConcurrentHashMap.newKeySet();
  private final List<Thread> slots = new ArrayList<>();
  private final ScheduledExecutorService watchdog;
  private volatile boolean closed;

  /** Makes the pool; no process is started yet. */
  public WorkerPool(WorkerSettings settings) {
    this.settings = settings;
    try {
      Files.createDirectories(settings.cache());
      TemporaryFiles.deleteOrphans(settings.cache());
    } catch (IOException e) {
      // They cost space only, and the next pool tries again.
      LOG.warn("left-over files stay in {}: {}", settings.cache(), e.toString());
    }
    watchdog =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "reading-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    watchdog.scheduleWithFixedDelay(
        this::checkAll, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    for (int i = 0; i < settings.workers(); i++) {
      Thread slot = new Thread(this::work, "reading-worker-" + i);
      slot.setDaemon(true);
      slots.add(slot);
      slot.start();
    }
  }

  /** How many jobs can be in hand at once. */
  public int workers() {
    return settings.workers();
  }

  /**
   * Queues a job.
   *
   * @return its reply; fails with {@link WorkerDied} or {@link WorkerUnavailable}
   */
  public CompletableFuture<Reply> submit(Request request) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    queue.add(new Queued(request, reply));
    if (closed) {
      refuseQueued();
    }
    return reply;
  }

  private void checkAll() {
    watched.removeIf(worker -> !worker.isAlive());
    watched.forEach(WorkerProcess::check);
  }

  private void work() {
    WorkerProcess worker = null;
    try {
      while (!closed) {
        Queued next = queue.poll(IDLE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
          end(worker);
          worker = null;
        } else if (!next.reply().isDone()) {
          worker = carryOut(next, worker);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("slot ends: the pool is closed");
    } finally {
      end(worker);
    }
  }

  private WorkerProcess carryOut(Queued job, WorkerProcess current) {
    WorkerProcess worker = current;
    WorkerDied death = null;
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        if (worker == null || !worker.isAlive()) {
          end(worker);
          worker = null;
          worker = WorkerProcess.start(settings, watched::add);
        }
        job.reply().complete(worker.run(job.request()));
        return worker;
      } catch (WorkerDied e) {
        LOG.warn("a worker died on {}: {}", job.request(), e.getMessage());
        death = e;
        end(worker);
        worker = null;
        if (closed) {
          job.reply().completeExceptionally(closedNow());
          return null;
        }
      } catch (RuntimeException e) {
        job.reply().completeExceptionally(e);
        return worker;
      }
    }
    job.reply().completeExceptionally(death);
    return null;
  }

  private void end(WorkerProcess worker) {
    if (worker != null) {
      watched.remove(worker);
      worker.close();
    }
  }

  private static WorkerUnavailable closedNow() {
    return new WorkerUnavailable("The reading pool is closed.", null);
  }

  private void refuseQueued() {
    for (Queued job = queue.poll(); job != null; job = queue.poll()) {
      job.reply().completeExceptionally(closedNow());
    }
  }

  /** Kills the workers; jobs in hand fail with {@link WorkerUnavailable}. */
  @Override
  public void close() {
    closed = true;
    watchdog.shutdownNow();
    slots.forEach(Thread::interrupt);
    watched.forEach(w -> w.kill("The reading pool was closed."));
    refuseQueued();
    for (Thread slot : slots) {
      try {
        slot.join(TimeUnit.SECONDS.toMillis(15));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
