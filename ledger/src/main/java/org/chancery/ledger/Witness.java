package org.chancery.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;

/**
 * The ledger's head, written down outside the database: one signed line after another in a file
 * that is only ever appended to. Whoever cuts the end off the ledger, or makes the whole chain
 * anew, cannot make this file agree.
 *
 * <p>A line: version, sequence, hash, time, signature; parted by blanks. A last line without its
 * end was being written when the power went; it was never relied on and is ignored.
 */
final class Witness {
  /** The file's name. */
  static final String FILE = "witness.log";

  private static final String VERSION = "1";
  private static final int LONGEST_LINE = 512;

  private final Path file;
  private final LedgerKey key;

  Witness(Path directory, LedgerKey key) {
    this.file = directory.resolve(FILE);
    this.key = key;
  }

  Path file() {
    return file;
  }

  /** Appends the head; it is on the disk when this returns. */
  synchronized void append(Head head) {
    try {
      boolean fresh = !Files.exists(file);
      try (FileChannel channel = open()) {
        channel.position(wholeLines(channel));
        channel.truncate(channel.position());
        ByteBuffer line = StandardCharsets.US_ASCII.encode(line(head) + "\n");
        while (line.hasRemaining()) {
          channel.write(line);
        }
        channel.force(true);
      }
      if (fresh) {
        Durable.directory(file.toAbsolutePath().getParent());
      }
    } catch (IOException e) {
      throw new LedgerException("The witness " + file + " cannot be written", e);
    }
  }

  /** The last head that was witnessed, when its line is genuine. */
  Optional<Head> last() {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = wholeLines(channel);
      if (end == 0) {
        return Optional.empty();
      }
      long begin = Math.max(0, end - LONGEST_LINE);
      ByteBuffer tail = ByteBuffer.allocate((int) (end - begin));
      read(channel, tail, begin);
      String text = new String(tail.array(), StandardCharsets.US_ASCII);
      String line = text.substring(text.lastIndexOf('\n', text.length() - 2) + 1).strip();
      return Optional.of(
          parse(line)
              .orElseThrow(
                  () ->
                      new LedgerException("The last line of the witness " + file + " is forged")));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new LedgerException("The witness " + file + " cannot be read", e);
    }
  }

  /** Reads every whole line, the oldest first; nothing when there is no file. */
  void forEach(LineReader reader) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = wholeLines(channel);
      channel.position(0);
      try (BufferedReader lines =
          new BufferedReader(Channels.newReader(channel, StandardCharsets.ISO_8859_1))) {
        long read = 0;
        long number = 0;
        String line;
        while (read < end && (line = lines.readLine()) != null) {
          read += line.length() + 1;
          number++;
          reader.line(number, parse(line));
        }
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw new LedgerException("The witness " + file + " cannot be read", e);
    }
  }

  /** Told each line. */
  @FunctionalInterface
  interface LineReader {
    /** A line by its number from 1; empty when its signature is not ours. */
    void line(long number, Optional<Head> head);
  }

  private Optional<Head> parse(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 5 || !parts[0].equals(VERSION)) {
      return Optional.empty();
    }
    try {
      Head head = new Head(Long.parseLong(parts[1]), parts[2], Instant.parse(parts[3]));
      byte[] expected = line(head).getBytes(StandardCharsets.ISO_8859_1);
      byte[] found = line.getBytes(StandardCharsets.ISO_8859_1);
      return MessageDigest.isEqual(expected, found) ? Optional.of(head) : Optional.empty();
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private String line(Head head) {
    String signed = VERSION + " " + head.sequence() + " " + head.hash() + " " + head.at();
    Mac mac = key.headSignature();
    return signed
        + " "
        + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private FileChannel open() throws IOException {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return FileChannel.open(
        file,
        options,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** Where the last whole line ends. */
  private static long wholeLines(FileChannel channel) throws IOException {
    long size = channel.size();
    long begin = Math.max(0, size - LONGEST_LINE);
    ByteBuffer tail = ByteBuffer.allocate((int) (size - begin));
    read(channel, tail, begin);
    for (int i = tail.capacity() - 1; i >= 0; i--) {
      if (tail.get(i) == '\n') {
        return begin + i + 1;
      }
    }
    return begin;
  }

  private static void read(FileChannel channel, ByteBuffer into, long from) throws IOException {
    while (into.hasRemaining()) {
      if (channel.read(into, from + into.position()) < 0) {
        throw new IOException("ended while it was read");
      }
    }
  }
}
