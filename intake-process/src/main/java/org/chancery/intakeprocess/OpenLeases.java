package org.chancery.intakeprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The leases this process holds, one empty file each; those it finds at its start are orphans. */
final class OpenLeases {
  private static final Pattern LEASE = Pattern.compile("[0-9a-zA-Z.-]{1,100}");

  private final Path folder;
  private final ConcurrentLinkedQueue<String> orphans = new ConcurrentLinkedQueue<>();

  /** Finds what a process before this one held. */
  OpenLeases(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> LEASE.matcher(name).matches())
            .forEach(orphans::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is to be given back. */
  List<String> abandoned() {
    return List.copyOf(orphans);
  }

  void hold(String lease) {
    if (!LEASE.matcher(lease).matches()) {
      throw new IllegalStateException("No token of a lease: " + lease);
    }
    try {
      Files.writeString(folder.resolve(lease), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void end(String lease) {
    orphans.remove(lease);
    try {
      Files.deleteIfExists(folder.resolve(lease));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
