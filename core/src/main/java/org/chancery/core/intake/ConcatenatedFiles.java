package org.chancery.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Files as one stream, one after another, only one open at a time. */
public final class ConcatenatedFiles extends InputStream {
  private final Iterator<Path> left;
  private InputStream current = InputStream.nullInputStream();

  /** Nothing is opened before it is read. */
  public ConcatenatedFiles(List<Path> files) {
    left = List.copyOf(files).iterator();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = current.read(buffer, offset, length);
    while (read < 0 && left.hasNext()) {
      current.close();
      current = Files.newInputStream(left.next());
      read = current.read(buffer, offset, length);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    current.close();
  }
}
