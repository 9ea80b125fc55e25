package org.chancery.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed server left running on its cluster. Only looked for while the folder's lock is
 * held, so no live server can be meant.
 */
final class Orphans {

  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
  private static final Duration CLEAN = Duration.ofSeconds(60);
  private static final Duration HARD = Duration.ofSeconds(20);

  private final Path cluster;

  Orphans(Path cluster) {
    this.cluster = cluster;
  }

  /**
   * Stops them cleanly and clears the stale {@code postmaster.pid}, whose number may by now be that
   * of a process that has nothing to do with us.
   */
  void stop() {
    Optional<ProcessHandle> postmaster = PostmasterFile.read(cluster).flatMap(this::ours);
    if (postmaster.isPresent()) {
      LOG.info(
          "Stopping the database a killed server left running, process {}", postmaster.get().pid());
      Signals.stop(postmaster.get(), CLEAN);
    }
    // The children of a postmaster that was killed itself leave by themselves, and soon.
    long end = System.nanoTime() + HARD.toNanos();
    List<Long> living = working();
    while (!living.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new DatabaseException(
            "Processes " + living + " still work on the database " + cluster + "; end them first.");
      }
      Signals.pause();
      living = working();
    }
    try {
      Files.deleteIfExists(cluster.resolve(PostmasterFile.NAME));
    } catch (IOException e) {
      throw new DatabaseException("Cannot clear " + cluster.resolve(PostmasterFile.NAME), e);
    }
  }

  private Optional<ProcessHandle> ours(PostmasterFile file) {
    return ProcessHandle.of(file.pid()).filter(ProcessHandle::isAlive).filter(this::serves);
  }

  /** Whether the process is a postmaster whose command line names this cluster. */
  private boolean serves(ProcessHandle process) {
    try {
      String line =
          Files.readString(
              Path.of("/proc", Long.toString(process.pid()), "cmdline"),
              StandardCharsets.ISO_8859_1);
      List<String> words = List.of(line.split("\0"));
      String path =
          new String(
              cluster.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      return words.get(0).endsWith("/postgres") && words.contains(path);
    } catch (IOException e) {
      return false;
    }
  }

  /** Every process of the database has the cluster as its working directory. */
  private List<Long> working() {
    List<Long> found = new ArrayList<>();
    ProcessHandle.allProcesses()
        .forEach(
            process -> {
              try {
                Path at =
                    Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
                if (at.equals(cluster)) {
                  found.add(process.pid());
                }
              } catch (NoSuchFileException e) {
                LOG.trace("Process {} has ended meanwhile", process.pid());
              } catch (IOException e) {
                LOG.trace("Process {} is somebody else's", process.pid());
              }
            });
    return found;
  }
}
