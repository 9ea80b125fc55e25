package org.chancery.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The loop over readings that may be at the other end of a wire. */
@Timeout(60)
class ReadingLoopTest {
  private static final Readings.Task TASK =
      new Readings.Task(
          "1.a", NodeId.random(), "a.txt", "", 1, 1, Optional.empty(), Duration.ofMillis(30));

  @TempDir Path scratch;
  private final CountDownLatch reading = new CountDownLatch(1);
  private final List<String> told = new CopyOnWriteArrayList<>();
  private volatile boolean held = true;

  /** Reads until it is interrupted. */
  private final DocumentReader endless =
      (original, name, directory, progress) -> {
        reading.countDown();
        try {
          TimeUnit.HOURS.sleep(1);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Interrupted");
      };

  private final Readings readings =
      new Readings() {
        private boolean taken;

        @Override
        public Optional<Task> take() {
          boolean first = !taken;
          taken = true;
          return first ? Optional.of(TASK) : Optional.empty();
        }

        @Override
        public Path original(Task task, Path workDirectory) {
          return workDirectory;
        }

        @Override
        public void progress(Task task, int done, int of) {
          told.add("progress");
        }

        @Override
        public boolean extend(Task task) {
          return held;
        }

        @Override
        public void keep(Task task, DocumentReader.Outcome outcome) {
          told.add("kept");
        }

        @Override
        public void failed(Task task, String why) {
          told.add("failed");
        }

        @Override
        public void release(Task task) {
          told.add(Thread.currentThread().isInterrupted() ? "released too late" : "released");
        }
      };

  private ReadingLoop loop() {
    return new ReadingLoop(
        readings,
        endless,
        Checkpoint.NONE,
        new ReadingLoop.Settings(1, Duration.ofMillis(5), scratch));
  }

  @Test
  void aReadingWhoseLeaseIsLostEndsAndNobodyIsToldOfAFailure() {
    held = false;
    try (ReadingLoop loop = loop()) {
      assertThat(loop.step()).isTrue();
      assertThat(told).isEmpty();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void whoeverIsKeepingAResultIsNotInterruptedWhenThatSettlesTheTask() {
    AtomicInteger asked = new AtomicInteger();
    Readings settled =
        new Readings() {
          @Override
          public Optional<Task> take() {
            return Optional.of(TASK);
          }

          @Override
          public Path original(Task task, Path workDirectory) {
            return workDirectory;
          }

          @Override
          public void progress(Task task, int done, int of) {
            told.add("progress");
          }

          @Override
          public boolean extend(Task task) {
            asked.incrementAndGet();
            return !told.contains("kept");
          }

          @Override
          public void keep(Task task, DocumentReader.Outcome outcome) {
            told.add("kept");
            int before = asked.get();
            while (asked.get() < before + 3) {
              Thread.onSpinWait();
            }
            told.add(Thread.currentThread().isInterrupted() ? "interrupted" : "left alone");
          }

          @Override
          public void failed(Task task, String why) {
            told.add("failed");
          }

          @Override
          public void release(Task task) {
            told.add("released");
          }
        };
    DocumentReader quick =
        (original, name, directory, progress) ->
            new DocumentReader.Refused("text/plain", "empty", "It is empty.");
    try (ReadingLoop loop =
        new ReadingLoop(
            settled,
            quick,
            Checkpoint.NONE,
            new ReadingLoop.Settings(1, Duration.ofMillis(5), scratch))) {
      assertThat(loop.step()).isTrue();
    }
    assertThat(told).containsExactly("kept", "left alone");
  }

  @Test
  void whatIsBeingReadWhenTheLoopEndsIsGivenBack() throws InterruptedException {
    try (ReadingLoop loop = loop()) {
      loop.start();
      reading.await();
    }
    assertThat(told).containsExactly("released");
    assertThat(scratch).isEmptyDirectory();
  }
}
