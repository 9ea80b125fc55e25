package org.chancery.ocr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chancery.ocr.letter.Unfilled;
import org.chancery.ocr.rows.RowFile;
import org.chancery.ocr.worker.Reply;
import org.chancery.ocr.worker.Request;
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

  /**
   * Writes a letter from a Word template.
   *
   * @param template the bytes; not changed
   * @param values by field name; blank for what has no value
   * @param letter where the letter is written
   * @throws CannotRead when the template is to blame
   * @throws ReadingUnavailable when it must be tried again later
   */
  public Merged merge(Path template, Map<String, String> values, Path letter) throws CannotRead {
    Reply.Merged merged =
        new PageJobs(workers, template, (done, of) -> {})
            .merge(
                new Request.Merge(
                    template.toAbsolutePath().toString(),
                    values,
                    letter.toAbsolutePath().toString()));
    return new Merged(merged.fields(), merged.unfilled());
  }

  /**
   * What came of a template.
   *
   * @param fields how many were filled
   * @param unfilled which were not; their names stand in the letter, marked
   */
  public record Merged(int fields, List<Unfilled> unfilled) {}

  /**
   * Lays a letter out as PDF, with a QR code on each page.
   *
   * @param file a Word document or a PDF; not changed
   * @param name its name, a hint only
   * @param code text of the code
   * @param number what people read beside it
   * @param letter where the PDF is written
   * @throws CannotRead when the file is to blame
   * @throws ReadingUnavailable when it must be tried again later
   */
  public Printed print(Path file, String name, String code, String number, Path letter)
      throws CannotRead {
    Reply.Printed printed =
        new PageJobs(workers, file, (done, of) -> {})
            .print(
                new Request.Print(
                    file.toAbsolutePath().toString(),
                    name,
                    code,
                    number,
                    letter.toAbsolutePath().toString()));
    return new Printed(printed.pages(), printed.unfilled());
  }

  /**
   * What came of laying out.
   *
   * @param pages how many
   * @param unfilled names of fields that still stand where values should
   */
  public record Printed(int pages, List<String> unfilled) {}

  /**
   * Makes a copy in PDF/A-2b, for an archive.
   *
   * @param file a Word document or a PDF; not changed
   * @param name its name, a hint only
   * @param drawn whether the copy's pages are pictures of the source's; else they are its own,
   *     unless one of its fonts is not embedded
   * @param copy where the PDF is written
   * @return how many pages
   * @throws CannotRead when the file is to blame
   * @throws ReadingUnavailable when it must be tried again later
   */
  public int preserve(Path file, String name, boolean drawn, Path copy) throws CannotRead {
    return new PageJobs(workers, file, (done, of) -> {})
        .preserve(
            new Request.Preserve(
                file.toAbsolutePath().toString(), name, drawn, copy.toAbsolutePath().toString()))
        .pages();
  }

  /**
   * Reads a file to import: a table, a workbook, address cards or a calendar.
   *
   * @param file the bytes; not changed
   * @param name its name, a hint only
   * @param options how a workbook is read
   * @param rows where its rows are written, a line of JSON each
   * @return how many rows
   * @throws CannotRead when the file is to blame
   * @throws ReadingUnavailable when it must be tried again later
   */
  public int rows(Path file, String name, RowFile.Options options, Path rows) throws CannotRead {
    return new PageJobs(workers, file, (done, of) -> {})
        .rows(
            new Request.Rows(
                file.toAbsolutePath().toString(),
                name,
                options.sheet(),
                options.hidden(),
                options.heading(),
                rows.toAbsolutePath().toString()))
        .rows();
  }

  /** Ends the workers; readings under way fail with {@link ReadingUnavailable}. */
  @Override
  public void close() {
    workers.close();
  }
}
