package org.chancery.core.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.chancery.core.repository.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that scanners drop into (requirement C1), polled as well as watched, since network
 * shares send no events. A file that has kept still is claimed by an atomic rename, received, and
 * only after the commit deleted. A crash at any point leaves a claim that the next start finishes;
 * received under its claim's id, it is never received twice. What cannot be taken stays visible
 * with the reason, and is tried again.
 */
public final class WatchedFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final long SHORTEST_PAUSE_MILLIS = 50;

  private final Path inbox;
  private final FolderReceiver receiver;
  private final Checkpoint checkpoint;
  private final Clock clock;
  private final Duration quiet;
  private final Duration poll;
  private final Claims claims;
  private final FolderScan scan;
  private final Map<String, Failure> failures = new HashMap<>();
  private final Set<Path> watched = new HashSet<>();
  private volatile List<ArrivingFile> arriving = List.of();
  private volatile Optional<String> problem = Optional.empty();
  private volatile boolean closing;
  private Thread thread;
  private WatchService watch;

  private record Failure(int times, Instant next, Reason reason) {}

  /**
   * Nothing runs before {@link #start}.
   *
   * @param inbox the folder
   * @param receiver where to what is dropped goes
   * @param quiet how long a file must not change before it is taken
   * @param poll how often to look even when nothing is heard of the folder
   */
  public WatchedFolder(
      Path inbox,
      FolderReceiver receiver,
      Checkpoint checkpoint,
      Clock clock,
      Duration quiet,
      Duration poll) {
    this.inbox = inbox.toAbsolutePath().normalize();
    this.receiver = receiver;
    this.checkpoint = checkpoint;
    this.clock = clock;
    this.quiet = quiet;
    this.poll = poll;
    this.claims = new Claims(this.inbox);
    this.scan = new FolderScan(this.inbox, quiet);
  }

  /** Begins to watch; call once. */
  public void start() {
    thread = new Thread(this::run, "watched-folder");
    thread.setDaemon(true);
    thread.start();
  }

  /** What is not received yet, and why not. */
  public List<ArrivingFile> arriving() {
    return arriving;
  }

  /** What is wrong with the folder itself. */
  public Optional<String> problem() {
    return problem;
  }

  /** One look: finishes open claims, then takes what is ready. */
  void pass() {
    List<ArrivingFile> waiting = new ArrayList<>();
    try {
      claims.prepare();
      for (Claims.Claim claim : claims.open()) {
        finish(claim, waiting);
      }
      FolderScan.Found found = scan.look(clock.instant());
      waiting.addAll(found.waiting());
      register(found.folders());
      Set<Path> written = Writers.openForWriting(Set.copyOf(found.ready()));
      for (Path file : found.ready()) {
        if (closing) {
          break;
        }
        take(file, written, waiting);
      }
      problem = Optional.empty();
    } catch (IOException e) {
      String text = "The watched folder cannot be read: " + FolderScan.why(e);
      if (!problem.equals(Optional.of(text))) {
        LOG.error("{}: {}", text, inbox, e);
      }
      problem = Optional.of(text);
    }
    arriving = List.copyOf(waiting);
  }

  private void take(Path file, Set<Path> written, List<ArrivingFile> waiting) {
    try {
      Optional<Reason> closed = receiver.closed();
      if (closed.isPresent()) {
        // Not claimed: it stays where whoever dropped it sees it.
        waiting.add(scan.waiting(file, closed.get().code(), closed.get().explanation()));
      } else if (written.contains(file)) {
        waiting.add(scan.waiting(file, "in-use", "A program still has it open for writing."));
      } else if (!Files.isReadable(file) && Files.exists(file)) {
        waiting.add(
            scan.waiting(file, "unreadable", "The server is not permitted to read this file."));
      } else if (Writers.locked(file)) {
        waiting.add(scan.waiting(file, "locked", "A program holds a lock on it."));
      } else {
        finish(claims.take(file, scan.subFolder(file)), waiting);
      }
    } catch (NoSuchFileException e) {
      // Withdrawn or renamed since the look: nothing was taken, nothing is lost.
      LOG.debug("{} is gone", file);
    } catch (AccessDeniedException e) {
      waiting.add(
          scan.waiting(
              file,
              "not-removable",
              "The server is not permitted to take files out of this folder."));
    } catch (AtomicMoveNotSupportedException e) {
      waiting.add(
          scan.waiting(
              file, "other-disk", "The sub-folder lies on another disk; files cannot be claimed."));
    } catch (IOException e) {
      waiting.add(scan.waiting(file, "unreadable", "It cannot be taken: " + FolderScan.why(e)));
    } catch (InvalidPathException e) {
      // The name's bytes mean nothing in the server's character set. The others must not wait.
      waiting.add(
          scan.waiting(file, "name", "Its name cannot be written here. Rename the file, please."));
    }
  }

  /** Receives a claim and deletes its file, or leaves it for another try. */
  private void finish(Claims.Claim claim, List<ArrivingFile> waiting) {
    Failure failure = failures.get(claim.id());
    if (failure != null && clock.instant().isBefore(failure.next())) {
      waiting.add(waiting(claim, failure.reason()));
      return;
    }
    Optional<Reason> closed = receiver.closed();
    if (closed.isPresent()) {
      waiting.add(waiting(claim, closed.get()));
      return;
    }
    try {
      FileStamp received = receive(claim);
      checkpoint.reached("before-leave");
      if (FileStamp.of(claim.file()).equals(received)) {
        Files.delete(claim.file());
        failures.remove(claim.id());
      } else {
        // Written to after it was received: what came late is received as well, at the next look.
        failed(claim, CHANGED, waiting);
      }
    } catch (FolderReceiver.Changed e) {
      failed(claim, CHANGED, waiting);
    } catch (NotReceived e) {
      // What holds for all is waited for by all; this one need not wait longer than the others.
      if (receiver.closed().isPresent()) {
        waiting.add(waiting(claim, e.reason()));
      } else {
        LOG.warn("The claimed file {} was not received: {}", claim.file(), e.getMessage());
        failed(claim, e.reason(), waiting);
      }
    } catch (NoSuchFileException e) {
      failures.remove(claim.id());
      LOG.warn("The claimed file {} was removed by someone else", claim.file());
    } catch (IOException e) {
      LOG.warn("The claimed file {} cannot be read", claim.file(), e);
      failed(claim, new Reason("unreadable", "It cannot be read: " + FolderScan.why(e)), waiting);
    } catch (RuntimeException e) {
      LOG.error("The claimed file {} cannot be received now", claim.file(), e);
      failed(claim, NOT_NOW, waiting);
    }
  }

  private static final Reason CHANGED =
      new Reason("changing", "It was written to while it was taken; waiting until it is whole.");
  private static final Reason NOT_NOW =
      new Reason("not-stored", "It cannot be stored at the moment; it is safe and tried again.");

  private FileStamp receive(Claims.Claim claim) throws IOException {
    FileStamp stamp = FileStamp.of(claim.file());
    try {
      receiver.receive(
          new FolderReceiver.Dropped(
              claim.id(),
              claim.name(),
              FolderScan.component(claim.subFolder()),
              stamp.size(),
              () -> SteadyStream.open(claim.file(), stamp)));
      return stamp;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void failed(Claims.Claim claim, Reason reason, List<ArrivingFile> waiting) {
    int times = Optional.ofNullable(failures.get(claim.id())).map(Failure::times).orElse(0) + 1;
    Duration pause = quiet.multipliedBy(1L << Math.min(times - 1, 10));
    Duration capped = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    failures.put(claim.id(), new Failure(times, clock.instant().plus(capped), reason));
    waiting.add(waiting(claim, reason));
  }

  private ArrivingFile waiting(Claims.Claim claim, Reason reason) {
    long size = 0;
    Instant since = clock.instant();
    try {
      FileStamp stamp = FileStamp.of(claim.file());
      size = stamp.size();
      since = stamp.modified().toInstant();
    } catch (IOException e) {
      LOG.debug("{} cannot be looked at", claim.file(), e);
    }
    return new ArrivingFile(
        "arriving-" + claim.id(),
        claim.name(),
        FolderScan.component(claim.subFolder()),
        size,
        since,
        reason);
  }

  private void run() {
    try {
      watch = inbox.getFileSystem().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("The watched folder can only be polled", e);
    }
    while (!closing) {
      try {
        pass();
        pause();
      } catch (InterruptedException e) {
        closing = true;
      } catch (RuntimeException e) {
        LOG.error("A look at the watched folder failed; trying again", e);
        sleepAfterFailure();
      }
    }
  }

  private void sleepAfterFailure() {
    try {
      TimeUnit.MILLISECONDS.sleep(poll.toMillis());
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  /** Waits until something happens in the folder, or it is time to look anyway. */
  private void pause() throws InterruptedException {
    if (watch == null) {
      TimeUnit.MILLISECONDS.sleep(poll.toMillis());
      return;
    }
    try {
      WatchKey key = watch.poll(poll.toMillis(), TimeUnit.MILLISECONDS);
      while (key != null) {
        key.pollEvents();
        if (!key.reset()) {
          watched.remove((Path) key.watchable());
        }
        key = watch.poll();
      }
      // A file that grows sends an event with every block.
      TimeUnit.MILLISECONDS.sleep(SHORTEST_PAUSE_MILLIS);
    } catch (ClosedWatchServiceException e) {
      closing = true;
    }
  }

  private void register(Set<Path> folders) {
    if (watch == null) {
      return;
    }
    for (Path folder : folders) {
      if (watched.add(folder)) {
        try {
          folder.register(
              watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        } catch (IOException e) {
          LOG.debug("{} can only be polled", folder, e);
        }
      }
    }
  }

  /** Ends watching; a file that is just being received is finished first. */
  @Override
  public void close() {
    closing = true;
    boolean interrupted = false;
    if (watch != null) {
      try {
        watch.close();
      } catch (IOException e) {
        LOG.warn("The watch could not be closed", e);
      }
    }
    if (thread != null) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(60));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
