package org.chancery.ocr;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.chancery.ocr.worker.Reply;
import org.chancery.ocr.worker.Request;
import org.chancery.ocr.worker.WorkerDied;
import org.chancery.ocr.worker.WorkerPool;

/** Sends one file's jobs to the workers and waits for the replies. */
final class PageJobs {
  private static final String UNKNOWN = "application/octet-stream";

  private final WorkerPool workers;
  private final Path file;
  private final Progress progress;

  PageJobs(WorkerPool workers, Path file, Progress progress) {
    this.workers = workers;
    this.file = file;
    this.progress = progress;
  }

  Reply.Inspection inspect(Request.Inspect request) throws CannotRead {
    return (Reply.Inspection) reply(workers.submit(request), UNKNOWN);
  }

  Reply.Assembled assemble(Request.Assemble request) throws CannotRead {
    return (Reply.Assembled) reply(workers.submit(request), request.mediaType());
  }

  Reply.Merged merge(Request.Merge request) throws CannotRead {
    return (Reply.Merged) reply(workers.submit(request), UNKNOWN);
  }

  Reply.Printed print(Request.Print request) throws CannotRead {
    return (Reply.Printed) reply(workers.submit(request), UNKNOWN);
  }

  private record Pending(int page, CompletableFuture<Reply> reply) {}

  Reply.Preserved preserve(Request.Preserve request) throws CannotRead {
    return (Reply.Preserved) reply(workers.submit(request), UNKNOWN);
  }

  Reply.RowsRead rows(Request.Rows request) throws CannotRead {
    return (Reply.RowsRead) reply(workers.submit(request), UNKNOWN);
  }

  /** Recognises the pages that need it; null for the others. */
  List<Reply.PageRead> recognise(Reply.Inspection found, String directory) throws CannotRead {
    int count = found.pages().size();
    List<Reply.PageRead> read = new ArrayList<>(Collections.nCopies(count, null));
    Deque<Pending> pending = new ArrayDeque<>();
    int done = 0;
    try {
      for (int page = 0; page < count; page++) {
        if (!found.pages().get(page).recognise()) {
          done++;
          continue;
        }
        // A long document must not hold up the others: only a few of its pages queue at once.
        if (pending.size() >= 2 * workers.workers()) {
          done = take(pending.remove(), found, read, done);
        }
        Request request =
            new Request.Recognise(file.toString(), found.mediaType(), page, directory);
        pending.add(new Pending(page, workers.submit(request)));
      }
      while (!pending.isEmpty()) {
        done = take(pending.remove(), found, read, done);
      }
      progress.pages(done, count);
      return read;
    } finally {
      pending.forEach(p -> p.reply().cancel(false));
    }
  }

  private int take(Pending next, Reply.Inspection found, List<Reply.PageRead> read, int done)
      throws CannotRead {
    read.set(next.page(), (Reply.PageRead) reply(next.reply(), found.mediaType()));
    progress.pages(done + 1, found.pages().size());
    return done + 1;
  }

  private static Reply reply(CompletableFuture<Reply> pending, String mediaType) throws CannotRead {
    try {
      Reply reply = pending.get();
      if (reply instanceof Reply.Unreadable no) {
        throw new CannotRead(no.mediaType(), no.reason(), no.explanation());
      }
      return reply;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WorkerDied death) {
        throw new CannotRead(
            mediaType,
            "worker-died",
            "Reading this file broke the reading process twice. "
                + death.getMessage()
                + " The original is kept.");
      }
      throw new ReadingUnavailable(
          "Reading is not possible now: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      pending.cancel(false);
      Thread.currentThread().interrupt();
      throw new ReadingUnavailable("Reading was interrupted.", e);
    }
  }
}
