package org.chancery.core.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Reads a file that must not change meanwhile: at its end it looks again, and fails when someone
 * wrote to it, so that half a letter is never taken for a whole one.
 */
final class SteadyStream extends FilterInputStream {
  private final Path file;
  private final FileStamp stamp;
  private long read;

  private SteadyStream(InputStream in, Path file, FileStamp stamp) {
    super(in);
    this.file = file;
    this.stamp = stamp;
  }

  /** Opens a file that must be, to its end, what the stamp says. */
  static SteadyStream open(Path file, FileStamp stamp) throws IOException {
    return new SteadyStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), file, stamp);
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value < 0) {
      requireUnchanged();
    } else {
      read++;
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count < 0) {
      requireUnchanged();
    } else {
      read += count;
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void requireUnchanged() throws IOException {
    if (read != stamp.size() || !FileStamp.of(file).equals(stamp)) {
      throw new FolderReceiver.Changed();
    }
  }
}
