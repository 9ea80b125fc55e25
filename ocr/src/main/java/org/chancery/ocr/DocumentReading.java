package org.chancery.ocr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chancery.ocr.text.Attachment;
import org.chancery.ocr.text.MailHeader;
import org.chancery.ocr.worker.Reply;
import org.chancery.ocr.worker.Request;
import org.chancery.ocr.worker.Results;
import org.chancery.ocr.worker.TemporaryFiles;
import org.chancery.ocr.worker.WorkerPool;

/** The reading of one document and of what is attached to it. */
final class DocumentReading {
  private static final int DEEPEST_NESTING = 4;
  private static final int MOST_ATTACHMENTS = 200;
  private static final String UNKNOWN_TYPE = "application/octet-stream";
  private static final int LOW_RESOLUTION = 190;
  private static final int MOST_CODES = 20;
  private static final long LEAST_FREE_BYTES = 64_000_000L;

  private final WorkerPool workers;
  private final Path directory;
  private final Progress progress;
  private final List<String> pages = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Set<String> codes = new LinkedHashSet<>();
  private final List<Outcome.Attached> attached = new ArrayList<>();
  private double confidenceByLetters;
  private long letters;
  private int recognised;
  private int attachmentsRead;

  DocumentReading(WorkerPool workers, Path directory, Progress progress) {
    this.workers = workers;
    this.directory = directory;
    this.progress = progress;
  }

  Outcome read(Path original, String name) throws IOException {
    try {
      Results results = new Results(directory);
      Reply.Inspection found = readPages(original, name, results, 0, "");
      Optional<Reply.Assembled> assembled =
          found.paged() ? Optional.of(assemble(original, found, results)) : Optional.empty();
      return new Outcome.Read(
          found.mediaType(),
          List.copyOf(pages),
          letters == 0 ? (recognised == 0 ? 100 : 0) : confidenceByLetters / letters,
          recognised,
          assembled.filter(Reply.Assembled::searchable).map(a -> results.searchablePdf()),
          assembled.map(a -> results.layout()),
          assembled.filter(Reply.Assembled::thumbnail).map(a -> results.thumbnail()),
          List.copyOf(warnings),
          codes.stream().limit(MOST_CODES).toList(),
          Optional.ofNullable(found.mail()).map(this::mail));
    } catch (CannotRead e) {
      refuseToBlameTheDocument(e);
      return new Outcome.Refused(e.mediaType(), e.reason(), e.getMessage());
    } finally {
      TemporaryFiles.delete(new Results(directory).pages());
      if (attached.isEmpty()) {
        TemporaryFiles.delete(new Results(directory).attachments());
      }
    }
  }

  private Outcome.Mail mail(MailHeader header) {
    return new Outcome.Mail(
        Optional.ofNullable(header.id()),
        Optional.ofNullable(header.from()),
        header.to(),
        header.cc(),
        header.bcc(),
        Optional.ofNullable(header.sent()).map(OffsetDateTime::parse),
        Optional.ofNullable(header.subject()),
        header.lines(),
        attached.stream().filter(Objects::nonNull).toList());
  }

  /**
   * Reads a file.
   *
   * @param within the names of the mails that it came in, each with a slash; null for what is
   *     embedded in something else than a mail and not listed
   */
  private Reply.Inspection readPages(
      Path file, String name, Results results, int depth, String within)
      throws CannotRead, IOException {
    PageJobs jobs = new PageJobs(workers, file, depth == 0 ? progress : (done, of) -> {});
    Reply.Inspection found =
        jobs.inspect(new Request.Inspect(file.toString(), name, directoryOf(results)));
    warnings.addAll(found.warnings());
    List<Reply.PageRead> read = jobs.recognise(found, directoryOf(results));
    for (int i = 0; i < found.pages().size(); i++) {
      Reply.PageRead page = read.get(i);
      pages.add(page == null ? found.pages().get(i).text() : page.text());
      if (depth == 0) {
        codes.addAll(page == null ? found.pages().get(i).codes() : page.codes());
      }
      if (page != null) {
        note(page, i + 1);
      }
    }
    boolean listed = within != null && found.mail() != null;
    for (Attachment attachment : found.attachments()) {
      readAttachment(attachment, depth + 1, listed ? within + attachment.name() : null);
    }
    return found;
  }

  private void note(Reply.PageRead page, int number) {
    recognised++;
    letters += page.letters();
    confidenceByLetters += page.confidence() * page.letters();
    if (page.resolution() > 0 && page.resolution() < LOW_RESOLUTION) {
      warnings.add(
          "Page "
              + number
              + " was scanned at about "
              + page.resolution()
              + " dots per inch; 300 are needed for reliable reading.");
    }
  }

  /** An attachment that cannot be read is named in the text and in a warning; the rest stands. */
  private void readAttachment(Attachment attachment, int depth, String listed)
      throws CannotRead, IOException {
    int first = pages.size();
    int place = attached.size();
    if (listed != null) {
      // Its place in the order is before what is attached to it; what it is is not known yet.
      attached.add(null);
    }
    Read read = read(attachment, depth, listed);
    if (listed != null) {
      Path file = Path.of(attachment.file());
      int count = pages.size() - first;
      attached.set(
          place,
          new Outcome.Attached(listed, file, read.mediaType(), first + 1, count, read.note()));
    }
  }

  /** What came of reading an attachment. */
  private record Read(String mediaType, Optional<String> note) {
    private static Read not(String mediaType, String why) {
      return new Read(mediaType, Optional.of(why));
    }
  }

  private Read read(Attachment attachment, int depth, String listed)
      throws CannotRead, IOException {
    String heading = "Attachment: " + attachment.name();
    int first = pages.size();
    Path file = Path.of(attachment.file());
    if (depth > DEEPEST_NESTING || attachmentsRead >= MOST_ATTACHMENTS) {
      warnings.add("Too many or too deeply nested attachments: " + attachment.name());
      pages.add(heading);
      return Read.not(UNKNOWN_TYPE, "too-many");
    }
    if (Files.size(file) == 0) {
      if (listed != null) {
        pages.add(heading);
      }
      return Read.not(UNKNOWN_TYPE, "empty");
    }
    attachmentsRead++;
    Path own = Files.createDirectories(Path.of(attachment.file() + ".read"));
    try {
      String within = listed == null ? null : listed + "/";
      Reply.Inspection found = readPages(file, attachment.name(), new Results(own), depth, within);
      pages.set(first, (heading + "\n\n" + pages.get(first)).strip());
      return new Read(found.mediaType(), Optional.empty());
    } catch (CannotRead e) {
      refuseToBlameTheDocument(e);
      if (e.isUnsupported()) {
        pages.add(heading);
      } else {
        warnings.add(attachment.name() + ": " + e.getMessage());
        pages.add(heading + "\n\n(not read: " + e.reason() + ")");
      }
      return Read.not(e.mediaType(), e.reason());
    }
  }

  private Reply.Assembled assemble(Path original, Reply.Inspection found, Results results)
      throws CannotRead {
    Reply.Assembled assembled =
        new PageJobs(workers, original, progress)
            .assemble(
                new Request.Assemble(
                    original.toString(),
                    found.mediaType(),
                    found.pages().size(),
                    directoryOf(results)));
    if (!assembled.searchable()) {
      warnings.add("No searchable PDF could be made; the text was read.");
    }
    return assembled;
  }

  private static String directoryOf(Results results) {
    return results.layout().getParent().toString();
  }

  /** On a full disk every file looks damaged. */
  private void refuseToBlameTheDocument(CannotRead e) throws IOException {
    if (Files.getFileStore(directory).getUsableSpace() < LEAST_FREE_BYTES) {
      throw new ReadingUnavailable("The disk of " + directory + " is full.", e);
    }
  }
}
