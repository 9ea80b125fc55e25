package org.chancery.ocr.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How workers are started and when they are killed.
 *
 * @param workers how many processes; one thread each
 * @param cache a directory for unpacked native libraries and the workers' temporary files
 * @param languageData the folder of {@code eng.traineddata} and {@code osd.traineddata}
 * @param timePerStep the longest a worker may work on one page or step
 * @param mostResidentBytes the most memory a worker may have resident
 * @param mainClass what a worker runs
 * @param javaOptions further options of the worker's JVM
 */
public record WorkerSettings(
    int workers,
    Path cache,
    Path languageData,
    Duration timePerStep,
    long mostResidentBytes,
    String mainClass,
    List<String> javaOptions) {
  /** The program that reads documents. */
  public static final String READING = WorkerMain.class.getName();
}
