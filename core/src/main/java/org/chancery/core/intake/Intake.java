package org.chancery.core.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.CaseFolders;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.Permissions;
import org.chancery.core.repository.Transactions;
import org.chancery.core.repository.Versions;
import org.chancery.core.search.Searcher;

/** Intake as a whole: its parts wired together, and what of it runs in the background. */
public final class Intake implements AutoCloseable {
  private final Receiving receiving;
  private final Documents documents;
  private final IntakeDesk desk;
  private final Filing filing;
  private final Integrity integrity;
  private final Optional<ReadingLoop> loop;
  private final Optional<WatchedFolder> folder;

  /**
   * How intake works.
   *
   * @param inbox the folder that is watched; none when empty
   * @param quiet how long a file must not change before it is taken
   * @param poll how often the folder is looked at even when nothing is heard of it
   * @param scratch where work directories are made while reading
   * @param readers how many items are read at once
   * @param lease how long a reading may go without a sign of life before it is begun anew
   * @param attempts after how many failures an item is set aside
   * @param backoff how long to wait after a first failure
   */
  public record Settings(
      Optional<Path> inbox,
      Duration quiet,
      Duration poll,
      Path scratch,
      int readers,
      Duration lease,
      int attempts,
      Duration backoff) {

    /** What serves an office. */
    public static Settings usual(Optional<Path> inbox, Path scratch) {
      return new Settings(
          inbox,
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          scratch,
          2,
          Duration.ofMinutes(1),
          3,
          Duration.ofSeconds(5));
    }
  }

  /**
   * The ports intake works on.
   *
   * @param nodes the tree
   * @param contents the streams
   * @param versions earlier states
   * @param permissions who may do what
   * @param transactions the host's
   * @param audit the ledger
   * @param queue durable work
   * @param reader reads originals in this process; none when others fetch the work
   * @param searcher finds what the caller may see
   * @param checkpoint where tests end the process
   * @param clock the time
   */
  public record Ports(
      Nodes nodes,
      Contents contents,
      Versions versions,
      Permissions permissions,
      Transactions transactions,
      AuditTrail audit,
      WorkQueue queue,
      Optional<DocumentReader> reader,
      Searcher searcher,
      Checkpoint checkpoint,
      Clock clock) {}

  /** Wires the parts; nothing runs before {@link #start}. */
  public Intake(Ports ports, CaseFolders folders, CaseFiles files, Settings settings) {
    ReadingProgress progress = new ReadingProgress();
    loop = ports.reader().map(reader -> loop(ports, reader, progress, settings));
    Runnable wake = () -> loop.ifPresent(ReadingLoop::wake);
    receiving =
        new Receiving(
            ports.nodes(),
            ports.contents(),
            ports.queue(),
            ports.transactions(),
            ports.audit(),
            ports.checkpoint(),
            ports.clock());
    receiving.onReceived(wake);
    folder =
        settings
            .inbox()
            .map(
                inbox ->
                    new WatchedFolder(
                        inbox,
                        receiving,
                        ports.checkpoint(),
                        ports.clock(),
                        settings.quiet(),
                        settings.poll()));
    documents =
        new Documents(
            ports.nodes(),
            ports.contents(),
            ports.versions(),
            ports.permissions(),
            ports.queue(),
            ports.transactions(),
            ports.audit(),
            wake);
    desk =
        new IntakeDesk(
            ports.nodes(),
            ports.contents(),
            ports.permissions(),
            ports.queue(),
            ports.transactions(),
            ports.audit(),
            ports.searcher(),
            progress,
            folder.<Arriving>map(watched -> watched::arriving).orElse(List::of),
            wake);
    filing =
        new Filing(
            ports.nodes(),
            ports.permissions(),
            folders,
            files,
            desk,
            ports.queue(),
            ports.audit(),
            ports.clock());
    integrity =
        new Integrity(
            ports.nodes(), ports.contents(), ports.audit(), ports.transactions(), ports.clock());
  }

  private static ReadingLoop loop(
      Ports ports, DocumentReader reader, ReadingProgress progress, Settings settings) {
    return new ReadingLoop(
        new Reading(
            ports.nodes(),
            ports.contents(),
            ports.permissions(),
            ports.queue(),
            reader,
            ports.transactions(),
            ports.audit(),
            progress,
            settings.scratch(),
            ports.checkpoint(),
            ports.clock()),
        ports.queue(),
        ports.checkpoint(),
        new ReadingLoop.Settings(
            settings.readers(),
            settings.lease(),
            settings.poll(),
            settings.attempts(),
            settings.backoff()));
  }

  /** Begins to watch and to read; call once, after the tree has been made. */
  public void start() {
    loop.ifPresent(ReadingLoop::start);
    folder.ifPresent(WatchedFolder::start);
  }

  /** Ends watching and reading, cleanly; what was under way goes on after the next start. */
  @Override
  public void close() {
    folder.ifPresent(WatchedFolder::close);
    loop.ifPresent(ReadingLoop::close);
  }

  /** What is wrong with the watched folder now, if anything. */
  public Optional<String> folderProblem() {
    return folder.flatMap(WatchedFolder::problem);
  }

  /** Takes originals in. */
  public Receiving receiving() {
    return receiving;
  }

  /** Documents outside intake. */
  public Documents documents() {
    return documents;
  }

  /** What came in. */
  public IntakeDesk desk() {
    return desk;
  }

  /** From the desk to the file. */
  public Filing filing() {
    return filing;
  }

  /** Whether everything is there. */
  public Integrity integrity() {
    return integrity;
  }
}
