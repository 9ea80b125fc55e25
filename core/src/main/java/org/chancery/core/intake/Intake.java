package org.chancery.core.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chancery.core.audit.AuditTrail;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.CaseFolders;
import org.chancery.core.correspondence.GivingWay;
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
  private final Typed typed;
  private final Documents documents;
  private final Corrections corrections;
  private final IntakeDesk desk;
  private final Filing filing;
  private final Integrity integrity;
  private final ReadingWork reading;
  private final Optional<ReadingLoop> loop;
  private final boolean sole;
  private final Runnable wake;
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
   * @param sole whether nobody but this process reads for the repository: what a process before it
   *     had begun is then begun again at once, not when its lease ends
   */
  public record Settings(
      Optional<Path> inbox,
      Duration quiet,
      Duration poll,
      Path scratch,
      int readers,
      Duration lease,
      int attempts,
      Duration backoff,
      boolean sole) {

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
          Duration.ofSeconds(5),
          false);
    }

    /** The same for the only process that reads for its repository. */
    public Settings alone() {
      return new Settings(inbox, quiet, poll, scratch, readers, lease, attempts, backoff, true);
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
   * @param letters what is to be written
   * @param returns signed letters that come back
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
      LetterWork letters,
      SignedReturns returns,
      Searcher searcher,
      Checkpoint checkpoint,
      Clock clock) {}

  /** Wires the parts; nothing runs before {@link #start}. */
  public Intake(Ports ports, CaseFolders folders, CaseFiles files, Settings settings) {
    ReadingProgress progress = new ReadingProgress();
    reading =
        new ReadingWork(
            ports.nodes(),
            ports.contents(),
            ports.permissions(),
            ports.queue(),
            ports.transactions(),
            ports.audit(),
            ports.letters(),
            ports.returns(),
            progress,
            ports.checkpoint(),
            ports.clock(),
            new ReadingWork.Terms(settings.lease(), settings.attempts(), settings.backoff()));
    loop =
        ports
            .reader()
            .map(
                reader ->
                    new ReadingLoop(
                        new LocalReadings(reading),
                        reader,
                        ports.checkpoint(),
                        new ReadingLoop.Settings(
                            settings.readers(), settings.poll(), settings.scratch())));
    sole = settings.sole();
    wake = () -> loop.ifPresent(ReadingLoop::wake);
    GivingWay room = new GivingWay(ports.nodes(), ports.permissions(), ports.audit());
    receiving =
        new Receiving(
            ports.nodes(),
            room,
            ports.contents(),
            ports.queue(),
            ports.transactions(),
            ports.audit(),
            ports.checkpoint(),
            ports.clock());
    receiving.onReceived(wake);
    typed = new Typed(ports.nodes(), ports.contents(), receiving, ports.clock());
    folder =
        settings
            .inbox()
            .map(
                inbox ->
                    new WatchedFolder(
                        inbox,
                        new LocalReceiver(receiving),
                        ports.checkpoint(),
                        ports.clock(),
                        settings.quiet(),
                        settings.poll()));
    documents =
        new Documents(
            ports.nodes(),
            room,
            ports.contents(),
            ports.versions(),
            ports.permissions(),
            ports.queue(),
            ports.transactions(),
            files.activity(),
            ports.audit(),
            wake);
    corrections =
        new Corrections(
            ports.nodes(),
            room,
            ports.contents(),
            ports.permissions(),
            ports.queue(),
            ports.transactions(),
            files.activity(),
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
            room,
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

  /** Begins to watch and to read; call once, after the tree has been made. */
  public void start() {
    if (sole && loop.isPresent()) {
      reading.releaseAll();
    }
    loop.ifPresent(ReadingLoop::start);
    folder.ifPresent(WatchedFolder::start);
  }

  /** Ends watching and reading, cleanly; what was under way goes on after the next start. */
  @Override
  public void close() {
    folder.ifPresent(WatchedFolder::close);
    loop.ifPresent(ReadingLoop::close);
  }

  /** There is something to read or to write. */
  public void wake() {
    wake.run();
  }

  /** What is wrong with the watched folder now, if anything. */
  public Optional<String> folderProblem() {
    return folder.flatMap(WatchedFolder::problem);
  }

  /** Takes originals in. */
  public Receiving receiving() {
    return receiving;
  }

  /** Takes in what people write down themselves: phone calls, pasted text. */
  public Typed typed() {
    return typed;
  }

  /** Hands out what is to be read, and keeps what was read. */
  public ReadingWork reading() {
    return reading;
  }

  /** Documents outside intake. */
  public Documents documents() {
    return documents;
  }

  /** Additions beside records. */
  public Corrections corrections() {
    return corrections;
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
