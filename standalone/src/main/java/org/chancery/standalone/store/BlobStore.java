package org.chancery.standalone.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chancery.core.repository.Checkpoint;
import org.chancery.core.repository.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes in files named by their SHA-256, below two levels of folders. A file appears whole, by a
 * rename, after its bytes are on disk, and is never changed. Its time of modification says when it
 * was last stored or attached; only what has been left alone for a day can be swept.
 */
final class BlobStore {

  private static final Logger LOG = LoggerFactory.getLogger(BlobStore.class);
  private static final Duration LEFT_ALONE = Duration.ofDays(1);

  /** How long it takes at most from storing bytes to the commit of who refers to them. */
  private static final Duration IN_USE = Duration.ofSeconds(20);

  /** What has not been written to for so long is of an upload that broke off. */
  private static final Duration STALLED = Duration.ofMinutes(10);

  private static final int SWEPT_TOGETHER = 1000;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;
  private final Path staging;
  private final Clock clock;
  private final Checkpoint checkpoint;
  // Sweeping excludes storing and attaching, so that nothing is deleted as it comes into use.
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  /** What was stored. */
  record Stored(String sha256, long size) {}

  /**
   * @param folder created when it is not there; all of it on one file system
   */
  BlobStore(Path folder, Clock clock, Checkpoint checkpoint) {
    this.folder = folder;
    this.staging = folder.resolve("staging");
    this.clock = clock;
    this.checkpoint = checkpoint;
    try {
      Files.createDirectories(staging, OWNER_ONLY);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create the folder for content " + folder, e);
    }
  }

  Stored store(InputStream bytes) {
    try {
      Path fresh = Files.createTempFile(staging, "", ".part");
      try {
        Stored stored = write(bytes, fresh);
        checkpoint.reached("after-hash");
        keep(fresh, stored);
        checkpoint.reached("after-blob");
        return stored;
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot store content in " + folder, e);
    }
  }

  private static Stored write(InputStream bytes, Path fresh) throws IOException {
    MessageDigest digest = Sha256.computation();
    long size = 0;
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      byte[] buffer = new byte[1 << 16];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
        size += read;
      }
      channel.force(true);
    }
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("r--------"));
    return new Stored(HexFormat.of().formatHex(digest.digest()), size);
  }

  private void keep(Path fresh, Stored stored) throws IOException {
    Path place = path(stored.sha256());
    use.readLock().lock();
    try {
      if (Files.exists(place)) {
        if (Files.size(place) == stored.size()) {
          touch(place);
          return;
        }
        LOG.error("{} had lost bytes; it is replaced by a whole copy", place);
      }
      Files.createDirectories(place.getParent(), OWNER_ONLY);
      touch(fresh);
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(place.getParent());
      sync(place.getParent().getParent());
      sync(folder);
    } finally {
      use.readLock().unlock();
    }
  }

  /**
   * Marks bytes as used again, so that they stay until the reference to them is committed.
   *
   * @throws IllegalArgumentException when they are not there
   */
  void use(String sha256, long size) {
    use.readLock().lock();
    try {
      Path place = path(sha256);
      if (!Files.exists(place) || Files.size(place) != size) {
        throw new IllegalArgumentException("There are no stored bytes " + sha256);
      }
      touch(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      use.readLock().unlock();
    }
  }

  /**
   * Where the bytes of that hash are, or would be.
   *
   * @throws IllegalArgumentException when it is no SHA-256
   */
  Path path(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Not a SHA-256: " + sha256);
    }
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  InputStream open(String sha256) {
    try {
      return Files.newInputStream(path(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException("Content is missing from the store: " + path(sha256), e);
    }
  }

  /**
   * Deletes bytes that nothing refers to and that have been left alone for a day.
   *
   * @param unreferenced answers those of the hashes that nothing refers to
   * @return how many were deleted
   */
  int sweep(UnaryOperator<List<String>> unreferenced) {
    Instant latest = clock.instant().minus(LEFT_ALONE);
    int swept = 0;
    List<String> together = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        if (!isOlder(file, latest)) {
          continue;
        }
        if (file.startsWith(staging)) {
          Files.deleteIfExists(file);
        } else {
          together.add(file.getFileName().toString());
        }
        if (together.size() == SWEPT_TOGETHER) {
          swept += delete(unreferenced.apply(together), latest);
          together.clear();
        }
      }
      return swept + delete(unreferenced.apply(together), latest);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot sweep " + folder, e);
    }
  }

  private int delete(List<String> hashes, Instant latest) throws IOException {
    int deleted = 0;
    for (String hash : hashes) {
      use.writeLock().lock();
      try {
        if (isOlder(path(hash), latest) && Files.deleteIfExists(path(hash))) {
          deleted++;
        }
      } finally {
        use.writeLock().unlock();
      }
    }
    return deleted;
  }

  /**
   * Deletes those of the bytes that nothing refers to, and what was never stored whole. Bytes that
   * somebody stored or attached a moment ago are waited for: the reference to them may not be
   * committed yet.
   *
   * @param unreferenced answers those of the hashes that nothing refers to
   * @return how many were deleted
   */
  int erase(Collection<String> hashes, UnaryOperator<List<String>> unreferenced) {
    List<String> left = List.copyOf(hashes);
    long end = System.nanoTime() + IN_USE.toNanos();
    int erased = 0;
    try {
      eraseStaging();
      while (!left.isEmpty()) {
        boolean last = System.nanoTime() >= end;
        List<String> waiting = new ArrayList<>();
        for (int from = 0; from < left.size(); from += SWEPT_TOGETHER) {
          List<String> part = left.subList(from, Math.min(left.size(), from + SWEPT_TOGETHER));
          erased += erase(part, unreferenced, last, waiting);
        }
        left = waiting;
        if (!left.isEmpty()) {
          TimeUnit.SECONDS.sleep(1);
        }
      }
      return erased;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot erase in " + folder, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while bytes were to be erased", e);
    }
  }

  private int erase(
      List<String> hashes,
      UnaryOperator<List<String>> unreferenced,
      boolean last,
      List<String> waiting)
      throws IOException {
    Map<String, Optional<FileTime>> before = new HashMap<>();
    for (String hash : hashes) {
      before.put(hash, touched(path(hash)));
    }
    int erased = 0;
    for (String hash : unreferenced.apply(hashes)) {
      use.writeLock().lock();
      try {
        Path file = path(hash);
        boolean meanwhile = !touched(file).equals(before.get(hash));
        if (meanwhile || !last && touchedWithin(file, IN_USE)) {
          waiting.add(hash);
        } else if (Files.deleteIfExists(file)) {
          sync(file.getParent());
          erased++;
        }
      } finally {
        use.writeLock().unlock();
      }
    }
    return erased;
  }

  private static Optional<FileTime> touched(Path file) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private boolean touchedWithin(Path file, Duration time) throws IOException {
    Instant now = clock.instant();
    return !isOlder(file, now.minus(time)) && isOlder(file, now.plusMillis(1));
  }

  private void eraseStaging() throws IOException {
    // By the machine's own time: these are files of its, just written.
    Instant latest = Instant.now().minus(STALLED);
    try (Stream<Path> all = Files.list(staging)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        if (isOlder(file, latest)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isOlder(Path file, Instant latest) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(latest);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
