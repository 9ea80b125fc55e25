package org.chancery.core.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/** The readings of the repository in this very process. */
final class LocalReadings implements Readings {
  private final ReadingWork work;

  LocalReadings(ReadingWork work) {
    this.work = work;
  }

  @Override
  public Optional<Task> take() {
    return work.take();
  }

  @Override
  public Path original(Task task, Path workDirectory) {
    return work.file(task);
  }

  @Override
  public void progress(Task task, int done, int of) {
    work.progress(task.item(), done, of);
  }

  @Override
  public boolean extend(Task task) {
    return work.extend(task.lease());
  }

  @Override
  public void keep(Task task, DocumentReader.Outcome outcome) {
    if (outcome instanceof DocumentReader.Refused refused) {
      work.refuse(Actor.ofSystem(), task.lease(), refused);
    } else if (outcome instanceof DocumentReader.Read read) {
      // Bytes first, outside the transaction, as with originals.
      work.keep(Actor.ofSystem(), task.lease(), stored(read));
    } else if (outcome instanceof DocumentReader.Written written) {
      work.keepLetter(
          Actor.ofSystem(),
          task.lease(),
          store(written.letter(), ReadingWork.mediaType(task.letter().orElseThrow())),
          written.unfilled());
    }
  }

  private ReadingResult stored(DocumentReader.Read read) {
    Map<QName, ContentInfo> stored = new HashMap<>();
    byte[] text = String.join("\f", read.pages()).getBytes(StandardCharsets.UTF_8);
    stored.put(
        Cor.TEXT, work.store(new ByteArrayInputStream(text), DocumentReader.TEXT_MEDIA_TYPE));
    read.searchablePdf()
        .ifPresent(file -> stored.put(Cor.SEARCHABLE_PDF, store(file, "application/pdf")));
    read.layout().ifPresent(file -> stored.put(Cor.LAYOUT, store(file, "application/json")));
    read.thumbnail().ifPresent(file -> stored.put(Cor.THUMBNAIL, store(file, "image/png")));
    read.mail()
        .map(DocumentReader.ReadMail::attachments)
        .filter(files -> !files.isEmpty())
        .ifPresent(files -> stored.put(Cor.ATTACHMENTS, store(files)));
    return new ReadingResult(
        read.mediaType(),
        read.pages().size(),
        read.recognisedPages(),
        read.confidence(),
        read.warnings(),
        read.pages().stream().findFirst(),
        read.codes(),
        read.mail().map(DocumentReader.ReadMail::mail),
        stored);
  }

  /** One after another. */
  private ContentInfo store(List<Path> files) {
    try (InputStream all = new ConcatenatedFiles(files)) {
      return work.store(all, "application/octet-stream");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ContentInfo store(Path file, String mediaType) {
    try (InputStream in = Files.newInputStream(file)) {
      return work.store(in, mediaType);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void failed(Task task, String why) {
    work.failed(Actor.ofSystem(), task.lease(), why);
  }

  @Override
  public void release(Task task) {
    work.release(task.lease());
  }
}
