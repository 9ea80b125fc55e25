package org.chancery.archive.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Copies and hashes in one pass, then brings to disk. The disk is slow to confirm and many requests
 * at once take hardly longer than one, so files are synced beside the copying, many at a time, and
 * go into the journal in their order once they are there. A folder is synced at the end alone: the
 * entry that a fall of the power could lose is looked for when the writing is resumed.
 */
final class Copier implements Closeable {
  private static final int BUFFER = 1 << 18;
  private static final int BATCH = 64;
  private static final int IN_FLIGHT = 128;
  private static final int SYNCING = 32;

  private final Path base;
  private final Journal journal;
  private final ExecutorService disk = Executors.newFixedThreadPool(SYNCING, Copier::daemon);
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private final MessageDigest digest = sha256();
  private final Deque<Synced> inFlight = new ArrayDeque<>();
  private final StringBuilder lines = new StringBuilder();
  private final Set<Path> folders = new LinkedHashSet<>();
  private Future<?> syncing;
  private int onDisk;

  /** A file that is being brought to disk. */
  private record Synced(Journal.Entry entry, Future<?> syncing) {}

  Copier(Path base, Journal journal) {
    this.base = base;
    this.journal = journal;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "package-sync");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Copies a file. It is not in the journal yet: {@link #keep} says that it is the right one, and
   * {@link #finish} that no more come.
   */
  Journal.Entry copy(PackageFile file, String path) throws IOException {
    Path target = base.resolve(path);
    if (folders.add(target.getParent())) {
      Files.createDirectories(target.getParent());
    }
    FileChannel out =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    try (InputStream in = file.bytes().source().open()) {
      long size = pump(in, out);
      String sha256 = HexFormat.of().formatHex(digest.digest());
      syncing = disk.submit(() -> sync(out, target, file));
      return new Journal.Entry(file.id(), path, size, sha256);
    } catch (IOException | RuntimeException | Error e) {
      digest.reset();
      out.close();
      throw e;
    }
  }

  private long pump(InputStream in, FileChannel out) throws IOException {
    long size = 0;
    byte[] bytes = buffer.array();
    for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
      digest.update(bytes, 0, n);
      buffer.position(0).limit(n);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      size += n;
    }
    return size;
  }

  private static Void sync(FileChannel out, Path target, PackageFile file) throws IOException {
    try (out) {
      Files.setLastModifiedTime(target, FileTime.from(file.bytes().modified()));
      out.force(true);
    }
    return null;
  }

  /** The copy just made is the one that was expected. */
  void keep(Journal.Entry entry) throws IOException {
    inFlight.add(new Synced(entry, syncing));
    if (inFlight.size() > IN_FLIGHT) {
      settle();
    }
  }

  /** Everything kept so far is on disk, and in the journal, when it returns. */
  void finish() throws IOException {
    while (!inFlight.isEmpty()) {
      settle();
    }
    journalIt();
    List<Future<?>> each = new ArrayList<>();
    for (Path folder : folders) {
      each.add(disk.submit(() -> syncFolder(folder)));
    }
    for (Future<?> one : each) {
      await(one);
    }
    folders.clear();
  }

  private void settle() throws IOException {
    Synced oldest = inFlight.remove();
    await(oldest.syncing());
    lines.append(oldest.entry().line());
    if (++onDisk % BATCH == 0) {
      journalIt();
    }
  }

  private void journalIt() throws IOException {
    if (lines.length() > 0) {
      journal.append(lines.toString());
      lines.setLength(0);
    }
  }

  private static void await(Future<?> one) throws IOException {
    try {
      one.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Writing the package was interrupted.", e);
    }
  }

  static Void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return null;
  }

  /** What is being synced is let finish, so that nothing touches the files afterwards. */
  @Override
  public void close() {
    disk.shutdown();
    try {
      if (!disk.awaitTermination(1, TimeUnit.MINUTES)) {
        disk.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
