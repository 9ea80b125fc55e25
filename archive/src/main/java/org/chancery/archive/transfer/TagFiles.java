package org.chancery.archive.transfer;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Writes tag files, each on disk when it is closed, and keeps their checksums. */
final class TagFiles {
  private final Path base;
  private final Map<String, String> checksums = new TreeMap<>();

  TagFiles(Path base) {
    this.base = base;
  }

  /** By path, in the order of paths. */
  Map<String, String> checksums() {
    return checksums;
  }

  void write(String path, String text) throws IOException {
    try (OutputStream out = create(path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  OutputStream create(String path) throws IOException {
    Path file = base.resolve(path);
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    MessageDigest digest = Copier.sha256();
    OutputStream hashed =
        new BufferedOutputStream(
            new DigestOutputStream(Channels.newOutputStream(channel), digest), 1 << 16);
    return new FilterOutputStream(hashed) {
      private boolean closed;

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        if (!closed) {
          closed = true;
          out.flush();
          channel.force(true);
          channel.close();
          checksums.put(path, HexFormat.of().formatHex(digest.digest()));
        }
      }
    };
  }
}
