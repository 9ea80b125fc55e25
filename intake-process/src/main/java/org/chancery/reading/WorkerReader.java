package org.chancery.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.core.intake.DocumentReader;
import org.chancery.core.intake.Mail;
import org.chancery.ocr.CannotRead;
import org.chancery.ocr.ReadingPool;
import org.chancery.ocr.letter.Unfilled;
import org.chancery.ocr.rows.RowFile;

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

  @Override
  public Outcome write(Path source, String name, Letter letter, Path workDirectory) {
    Path written = workDirectory.resolve("letter");
    try {
      if (letter instanceof Merge merge) {
        ReadingPool.Merged merged = pool.merge(source, merge.values(), written);
        return new Written(
            written, merged.unfilled().stream().map(Unfilled::name).distinct().toList());
      }
      if (letter instanceof Preserve preserve) {
        pool.preserve(source, name, preserve.drawn(), written);
        return new Written(written, List.of());
      }
      if (letter instanceof Rows rows) {
        String sheet = rows.sheet().isEmpty() ? null : rows.sheet();
        pool.rows(source, name, new RowFile.Options(sheet, rows.hidden(), rows.heading()), written);
        return new Written(written, List.of());
      }
      Print print = (Print) letter;
      return new Written(
          written, pool.print(source, name, print.code(), print.number(), written).unfilled());
    } catch (CannotRead e) {
      return new Refused(e.mediaType(), e.reason(), e.getMessage());
    }
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
          read.warnings(),
          read.codes(),
          read.mail().map(WorkerReader::mail));
    }
    if (outcome instanceof org.chancery.ocr.Outcome.Refused refused) {
      return new Refused(refused.mediaType(), refused.reason(), refused.explanation());
    }
    throw new IllegalStateException("Unknown outcome: " + outcome);
  }

  private static ReadMail mail(org.chancery.ocr.Outcome.Mail mail) {
    return new ReadMail(
        new Mail(
            mail.id(),
            mail.from(),
            mail.to(),
            mail.cc(),
            mail.bcc(),
            mail.sent(),
            mail.subject(),
            mail.lines(),
            mail.attachments().stream().map(WorkerReader::attached).toList()),
        mail.attachments().stream().map(org.chancery.ocr.Outcome.Attached::file).toList());
  }

  private static Mail.Attached attached(org.chancery.ocr.Outcome.Attached file) {
    try {
      return new Mail.Attached(
          file.name(),
          file.mediaType(),
          Files.size(file.file()),
          file.page(),
          file.pages(),
          file.note());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
