package org.chancery.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chancery.ocr.worker.FaultyWorker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that crashes, hangs or swells is replaced; its page is tried once more, no oftener. */
class WorkerFaultTest {
  @TempDir static Path directory;
  private static Path twoPages;

  @BeforeAll
  static void draw() throws IOException {
    BufferedImage page = Paper.bilevel(Paper.image("Only a few words are here.", 200));
    twoPages = Images.tiff(directory.resolve("two.tif"), "CCITT T.6", 200, List.of(page, page));
  }

  private static ReadingPool faulty(ReadingSettings settings, String... options) {
    return new ReadingPool(settings, FaultyWorker.class.getName(), List.of(options));
  }

  private static ReadingSettings limits(Duration time, long bytes) {
    ReadingSettings usual = Pools.settings(1);
    return new ReadingSettings(1, usual.cache(), usual.languageData(), time, bytes);
  }

  private static Path fresh() throws IOException {
    return Files.createTempDirectory(directory, "results");
  }

  @Test
  void aPageThatCrashesTheWorkerTwiceIsRefusedAndTheNextDocumentIsRead() throws IOException {
    Path pdf = directory.resolve("digital.pdf");
    Paper.writePdf(pdf, List.of(Paper.LETTER));
    try (ReadingPool pool = faulty(Pools.settings(1), "-Dfault=crash", "-Dfault.page=1")) {
      Outcome.Refused refused = Pools.refused(pool, twoPages, fresh());
      assertThat(refused.reason()).isEqualTo("worker-died");
      assertThat(refused.mediaType()).isEqualTo("image/tiff");
      assertThat(Pools.text(Pools.read(pool, pdf, fresh()))).contains("WAC-10-555-01234");
    }
  }

  @Test
  void aPageThatCrashesTheWorkerOnceIsReadByAFreshOne() throws IOException {
    Path marker = fresh().resolve("crashed");
    try (ReadingPool pool =
        faulty(Pools.settings(1), "-Dfault=crash-once", "-Dfault.marker=" + marker)) {
      Outcome.Read read = Pools.read(pool, twoPages, fresh());
      assertThat(marker).exists();
      assertThat(read.pages())
          .containsExactly("Only a few words are here.", "Only a few words are here.");
    }
  }

  @Test
  void aWorkerThatHangsIsKilled() throws IOException {
    try (ReadingPool pool = faulty(limits(Duration.ofSeconds(5), 1_500_000_000L), "-Dfault=hang")) {
      Outcome.Refused refused = Pools.refused(pool, twoPages, fresh());
      assertThat(refused.reason()).isEqualTo("worker-died");
      assertThat(refused.explanation()).contains("longer than 5 s");
    }
  }

  @Test
  void aWorkerThatSwellsIsKilled() throws IOException {
    try (ReadingPool pool = faulty(limits(Duration.ofMinutes(2), 700_000_000L), "-Dfault=swell")) {
      Outcome.Refused refused = Pools.refused(pool, twoPages, fresh());
      assertThat(refused.reason()).isEqualTo("worker-died");
      assertThat(refused.explanation()).contains("MB of memory");
    }
  }

  @Test
  void closingThePoolBlamesNoDocument() throws Exception {
    ExecutorService reader = Executors.newSingleThreadExecutor();
    CountDownLatch firstPageDone = new CountDownLatch(1);
    Path results = fresh();
    ReadingPool pool = faulty(Pools.settings(1), "-Dfault=hang", "-Dfault.page=1");
    try {
      Future<Outcome> reading =
          reader.submit(
              () -> pool.read(twoPages, "two.tif", results, (d, of) -> firstPageDone.countDown()));
      firstPageDone.await();
      pool.close();
      assertThatThrownBy(reading::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ReadingUnavailable.class);
    } finally {
      pool.close();
      reader.shutdownNow();
    }
  }

  @Test
  void missingLanguageDataBlamesNoDocument() throws IOException {
    ReadingSettings usual = Pools.settings(1);
    ReadingSettings without =
        new ReadingSettings(
            1, usual.cache(), directory, usual.timePerPage(), usual.mostResidentBytes());
    try (ReadingPool pool = new ReadingPool(without)) {
      Path results = fresh();
      assertThatThrownBy(() -> pool.read(twoPages, "two.tif", results, (d, of) -> {}))
          .isInstanceOf(ReadingUnavailable.class);
    }
  }

  @Test
  void noWorkerOutlivesThePool() throws IOException {
    List<ProcessHandle> workers;
    try (ReadingPool pool = new ReadingPool(Pools.settings(2))) {
      Pools.read(pool, twoPages, fresh());
      workers = ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
      assertThat(workers).isNotEmpty();
    }
    assertThat(workers).noneMatch(ProcessHandle::isAlive);
  }
}
