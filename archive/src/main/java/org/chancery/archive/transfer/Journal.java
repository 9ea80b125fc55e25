package org.chancery.archive.transfer;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What of a package is on disk for good: a line for each file, in the order of the rows, written
 * after the file was synced. It lies beside the package and is locked while one is written. A last
 * line that a kill cut off is dropped.
 */
final class Journal implements Closeable {
  private final FileChannel channel;
  private final FileLock lock;

  /** Where the lines that count end. */
  private long end;

  private Journal(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * A file that is on disk.
   *
   * @param id of the row
   * @param path in the package
   * @param size in bytes
   * @param sha256 of its content
   */
  record Entry(String id, String path, long size, String sha256) {
    String line() {
      return String.join("|", sha256, Long.toString(size), path, id) + "\n";
    }

    static Optional<Entry> of(String line) {
      String[] cells = line.split("\\|", -1);
      boolean whole =
          cells.length == 4 && cells[0].length() == 64 && cells[1].matches("[0-9]{1,18}");
      return whole
          ? Optional.of(new Entry(cells[3], cells[2], Long.parseLong(cells[1]), cells[0]))
          : Optional.empty();
    }
  }

  /** What takes the entries that are there already. */
  interface Entries {
    /** Returns false to have this and all that follow forgotten. */
    boolean accept(Entry entry) throws IOException;
  }

  /** Opens or begins it; throws when another process writes the same package. */
  static Journal open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Journal(channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException("The package is being written already: " + file, e);
    }
    channel.close();
    throw new IOException("The package is being written already: " + file);
  }

  /** The first line, which says for what package it is; empty when it was just begun. */
  String begin(String mark) throws IOException {
    channel.position(0);
    String first = firstLine();
    if (first.isEmpty()) {
      channel.truncate(0);
      append(mark + "\n");
      return mark;
    }
    end = first.length() + 1L;
    return first;
  }

  private String firstLine() throws IOException {
    BufferedReader reader = reader();
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        return line.toString();
      }
      line.append((char) c);
    }
    return "";
  }

  /** Not closed, for that would close the channel. */
  private BufferedReader reader() {
    return new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
  }

  /** Hands on the entries after the first line, and cuts off what does not count. */
  void replay(Entries entries) throws IOException {
    channel.position(end);
    BufferedReader reader = reader();
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c != '\n') {
        line.append((char) c);
        continue;
      }
      Optional<Entry> entry = Entry.of(line.toString());
      if (entry.isEmpty() || !entries.accept(entry.get())) {
        break;
      }
      end += line.append('\n').toString().getBytes(StandardCharsets.UTF_8).length;
      line.setLength(0);
    }
    channel.truncate(end);
  }

  /** Puts that at the end, on disk when it returns. */
  void append(String lines) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines);
    channel.position(end);
    while (bytes.hasRemaining()) {
      end += channel.write(bytes);
    }
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
