package org.chancery.reading;

import java.nio.file.Path;
import org.chancery.core.intake.DocumentReader;
import org.chancery.ocr.ReadingPool;

/** The domain's reader on the pool of worker processes. */
public final class WorkerReader implements DocumentReader {
  private final ReadingPool pool;

  /** On a pool that whoever made it closes. */
  public WorkerReader(ReadingPool pool) {
    this.pool = pool;
  }

  @Override
  public Outcome read(Path original, String name, Path workDirectory, Progress progress) {
    return outcome(pool.read(original, name, workDirectory, progress::pages));
  }

  private static Outcome outcome(org.chancery.ocr.Outcome outcome) {
    if (outcome instanceof org.chancery.ocr.Outcome.Read read) {
      return new Read(
          read.mediaType(),
          read.pages(),
          read.confidence(),
          read.recognisedPages(),
          read.searchablePdf(),
          read.layout(),
          read.thumbnail(),
          read.warnings());
    }
    if (outcome instanceof org.chancery.ocr.Outcome.Refused refused) {
      return new Refused(refused.mediaType(), refused.reason(), refused.explanation());
    }
    throw new IllegalStateException("Unknown outcome: " + outcome);
  }
}
