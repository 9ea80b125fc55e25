package org.chancery.ocr;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a pool reads.
 *
 * @param workers number of worker processes, at least 1; one thread each
 * @param cache directory for unpacked native libraries and the workers' temporary files; may be
 *     shared by several processes
 * @param languageData folder of Tesseract's {@code eng.traineddata} and {@code osd.traineddata}
 * @param timePerPage a worker that works longer on one page is killed
 * @param mostResidentBytes a worker that has more memory resident is killed
 */
public record ReadingSettings(
    int workers, Path cache, Path languageData, Duration timePerPage, long mostResidentBytes) {
  private static final Path DEBIAN_LANGUAGE_DATA = Path.of("/usr/share/tesseract-ocr/5/tessdata");

  /** Refuses a pool that could not work. */
  public ReadingSettings {
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed");
    }
  }

  /**
   * A worker for each processor, three minutes a page, 1.5 GB a worker; language data from the
   * system property {@code chancery.tessdata}, the environment's {@code TESSDATA_PREFIX}, or where
   * Debian puts it.
   */
  public static ReadingSettings standard(Path cache) {
    return new ReadingSettings(
        Runtime.getRuntime().availableProcessors(),
        cache,
        standardLanguageData(),
        Duration.ofMinutes(3),
        1_500_000_000L);
  }

  private static Path standardLanguageData() {
    String told = System.getProperty("chancery.tessdata", System.getenv("TESSDATA_PREFIX"));
    return told == null || told.isBlank() ? DEBIAN_LANGUAGE_DATA : Path.of(told);
  }

  /** The same with another number of workers. */
  public ReadingSettings withWorkers(int number) {
    return new ReadingSettings(number, cache, languageData, timePerPage, mostResidentBytes);
  }
}
