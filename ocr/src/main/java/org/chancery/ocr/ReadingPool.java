package org.chancery.ocr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.ocr.worker.WorkerPool;
import org.chancery.ocr.worker.WorkerSettings;

/**
 * Reads documents in worker processes, pages in parallel (design § 5). This process opens no
 * document with any parser. May be used by many threads at once: the pages of their documents share
 * the workers.
 */
public final class ReadingPool implements AutoCloseable {
  private final WorkerPool workers;

  /** Makes a pool; processes are started when there is work. */
  public ReadingPool(ReadingSettings settings) {
    this(settings, WorkerSettings.READING, List.of());
  }

  ReadingPool(ReadingSettings settings, String workerMain, List<String> workerJavaOptions) {
    workers =
        new WorkerPool(
            new WorkerSettings(
                settings.workers(),
                settings.cache().toAbsolutePath(),
                settings.languageData().toAbsolutePath(),
                settings.timePerPage(),
                settings.mostResidentBytes(),
                workerMain,
                workerJavaOptions));
  }

  /**
   * Reads one document; returns when it is done. Memory use here is bounded by its text.
   *
   * @param original the bytes; not changed
   * @param name the file's name, a hint only
   * @param directory for results; made when missing, should be empty
   * @param progress told how many pages are done
   * @throws ReadingUnavailable when reading must be tried again later; the document is not to blame
   */
  public Outcome read(Path original, String name, Path directory, Progress progress) {
    try {
      if (Files.size(original) == 0) {
        return new Outcome.Refused(
            "application/octet-stream", "empty", "The file is empty. Ask for it again.");
      }
      Files.createDirectories(directory);
      return new DocumentReading(workers, directory.toAbsolutePath(), progress)
          .read(original.toAbsolutePath(), name);
    } catch (IOException e) {
      throw new ReadingUnavailable("The file cannot be read now: " + e.getMessage(), e);
    }
  }

  /** Ends the workers; readings under way fail with {@link ReadingUnavailable}. */
  @Override
  public void close() {
    workers.close();
  }
}
